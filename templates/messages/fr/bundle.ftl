### Archives for the two associations, their check, and keys.

bundle-written = { $path } : { $files ->
        [one] un fichier
       *[other] { $files } fichiers
    } pour { $recipient }
      empreinte SHA-256 { $fingerprint }
bundle-signed = Les archives sont signées : le destinataire les vérifie avec « bilan verify ARCHIVE --key » et votre fichier .pub.
bundle-unsigned = Communiquez chaque empreinte au destinataire par une autre voie que l’archive, par exemple par téléphone ; il la compare avec celle que donne « bilan verify ».
bundle-no-manifest = ce manifeste n’a pas été écrit par ce programme
bundle-changed = le fichier n’est plus celui que l’évaluation a écrit ; relancez « bilan run »
verify-no-archive = ce n’est pas une archive écrite par « bilan bundle », ou elle est endommagée
verify-holds = { $path } : archive pour { $recipient }, { $files ->
        [one] un fichier
       *[other] { $files } fichiers
    }, écrite par { $program }, date de référence { $date }
      empreinte SHA-256 { $fingerprint }
verify-changed = Modifié : { $path }
verify-absent = Manquant : { $path }
verify-added = Ajouté : { $path }
verify-beside = L’archive contient des octets qui n’appartiennent à aucun de ses fichiers.
verify-more = … et { $count } autres écarts.
verify-signed-no = Signature : aucune. Comparez l’empreinte avec celle que l’expéditeur vous a donnée.
verify-signed-lacking = Signature : aucune, alors qu’une clé a été donnée.
verify-signed-unchecked = Signature : présente, non vérifiée. Donnez la clé publique de l’expéditeur avec --key.
verify-signed-good = Signature : valable pour cette clé.
verify-signed-bad = Signature : elle n’est pas celle de cette clé, ou le manifeste a été modifié.
verify-sound = Chaque fichier est celui qui a été envoyé, à l’octet près.
verify-not-sound = L’archive n’est pas celle qui a été envoyée : demandez un nouvel envoi.
pair-written = Clé secrète : { $secret } (ne la donnez à personne). Clé publique, à remettre aux destinataires : { $public }
pair-taken = le fichier existe déjà ; une clé n’est jamais remplacée
pair-unreadable = ce fichier ne contient pas de clé
cli-bundle = Réunit les documents de chaque association dans une archive scellée
cli-verify = Vérifie hors ligne si une archive est celle qui a été envoyée
cli-key = Crée une paire de clés pour signer les archives
cli-arg-bundle-out = dossier d’une évaluation
cli-arg-bundle-to = dossier où écrire les archives
cli-arg-key-secret = clé secrète pour signer
cli-arg-key-public = clé publique de l’expéditeur
cli-arg-key-file = fichier de la clé secrète à créer ; la clé publique prend le même nom suivi de .pub
cli-arg-archive = archive à vérifier
cli-example-bundle = Préparer les archives des deux associations
