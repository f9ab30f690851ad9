### La ligne de commande.

cli-about = Évalue un accord de coopération décentralisée : lit les tableurs que les conseils renvoient, vérifie chaque cellule, calcule les indicateurs et l’état des financements, et écrit les rapports PDF et Excel en français, en arabe et en anglais.
cli-run = Lit les retours d’une campagne et écrit tous les rapports
cli-check = Vérifie une campagne ou un seul fichier, sans écrire de rapport
cli-aliases = Rassemble ce que seule une personne peut décider, dans decisions.csv
cli-form = Écrit le classeur vierge à remplir par un conseil
cli-new = Prépare le dossier d’une nouvelle campagne
cli-arg-campaign = Dossier de la campagne, qui contient campaign.toml et returns
cli-arg-path = Dossier de la campagne, ou un fichier renvoyé par un conseil
cli-arg-out = Dossier des rapports ; vide, ou écrit par ce programme
cli-arg-findings = Dossier des fichiers de constats
cli-arg-return = Écrit aussi dans ce dossier, pour chaque conseil, son classeur annoté à corriger et à renvoyer
cli-arg-file = Fichier à écrire
cli-arg-folder = Dossier à créer
cli-arg-lang = Langue des messages : fr, ar ou en (par défaut celle du poste, sinon le français)
cli-arg-form-lang = Langue du formulaire : fr, ar ou en
cli-arg-languages = Langues des éditions, séparées par des virgules (par défaut celles de la campagne)
cli-arg-date = Date de référence, comme 2027-01-15 (par défaut celle de la campagne, sinon aujourd’hui)
cli-arg-only = N’écrit que ces documents : consolidated, summary, letters, une association, un territoire, un thème, une paire (MA-HAO+FR-38), une activité, ou le nom d’un fichier
cli-arg-strict = Refuse d’écrire tant qu’un constat de gravité « erreur » subsiste
cli-arg-timings = Affiche la durée de chaque étape
cli-arg-accept = Accepte la première suggestion de ces lignes de decisions.csv, ou de toutes (all)
cli-arg-by = Nom de la personne qui décide
cli-arg-decided = Jour de la décision, comme 2027-01-15 (par défaut aujourd’hui)
cli-arg-in = Dossier de campagne d’un fichier isolé
cli-usage = Utilisation
cli-commands = Commandes
cli-arguments = Arguments
cli-options = Options
cli-help = Affiche cette aide
cli-version = Affiche la version
cli-command = commande
cli-examples = Exemples
cli-example-run = Tous les rapports de la campagne du dossier inputs :
cli-example-check = Vérifier ce qu’un conseil vient d’envoyer :
cli-example-return = Préparer la réponse à chaque conseil :
cli-example-aliases = Décider une fois pour toutes des noms mal écrits et des activités reçues deux fois :
cli-example-form = Le formulaire arabe :
cli-example-only = Un seul territoire, en arabe :
cli-status = Code de sortie : 0 sans erreur dans les données, 1 si une erreur y subsiste (rapports provisoires), 2 si le programme n’a pas pu travailler.
cli-wrong-usage = La commande n’est pas comprise : { $detail }
cli-see-help = Voir : { $command }

cli-step-read = Lecture des retours
cli-step-count = Calcul des indicateurs
cli-step-write = Écriture des rapports
cli-stage-compose = Mise en page des contenus
cli-stage-pages = Pages PDF et courriers
cli-stage-workbooks = Classeurs
cli-stage-data = Données, traces et index
cli-clean = Aucun constat.
cli-findings-count = { $errors_n ->
    [0] Aucune erreur
    [one] { $errors } erreur
   *[other] { $errors } erreurs
}, { $warnings_n ->
    [0] aucun avertissement
    [one] { $warnings } avertissement
   *[other] { $warnings } avertissements
}, { $notices_n ->
    [0] aucune remarque
    [one] { $notices } remarque
   *[other] { $notices } remarques
}.
cli-read-count = { $files_n ->
    [one] { $files } fichier lu
   *[other] { $files } fichiers lus
}, { $activities_n ->
    [one] { $activities } activité
   *[other] { $activities } activités
}.
cli-written = { $files_n ->
    [one] { $files } fichier écrit
   *[other] { $files } fichiers écrits
} dans { $folder }.
cli-provisional = { $documents_n ->
    [one] { $documents } document est provisoire
   *[other] { $documents } documents sont provisoires
} : des erreurs touchent { $documents_n ->
    [one] ses chiffres
   *[other] leurs chiffres
}.
cli-unknown-document = le document « { $found } » n’existe pas ; sont admis consolidated, summary, letters, une association, un territoire, un thème, une paire, une activité ou le nom d’un fichier ; le plus proche est { $nearest }
cli-new-done = Campagne préparée dans { $folder } : complétez campaign.toml, puis déposez les fichiers reçus dans returns.
cli-folder-taken = le dossier existe déjà et n’est pas vide
cli-return-same = ce dossier est aussi celui des constats : donnez-en un autre
cli-seconds = { $step } : { $seconds } s

severity-error = erreur
severity-warning = avertissement
severity-notice = remarque
explain-means = Ce que cela signifie
explain-expected = Ce qui est attendu
explain-remedy = Que faire
explain-wrong = Exemple fautif
explain-right = Exemple correct

error-io = { $path } : { $detail }. Vérifiez que le chemin existe et que vous avez le droit de lire ou d’écrire.
error-setup = { $file } : { $what }.
error-output-taken = Le fichier { $path } n’a pas été écrit par ce programme, et une nouvelle exécution l’effacerait. Choisissez un dossier vide ou nouveau, ou déplacez ce fichier.
error-output-busy = Une autre exécution écrit dans { $path }. Attendez sa fin, ou choisissez un autre dossier.
error-output-held = Un autre programme garde ouvert un fichier de { $path }. Fermez-le et recommencez ; rien n’a été changé.
error-stopped = Arrêté à votre demande ; les documents précédents sont intacts.
error-strict = Des erreurs subsistent dans les données et --strict est demandé : rien n’a été écrit. Corrigez-les, ou relancez sans --strict pour des rapports provisoires.
error-render = Le document { $document } n’a pas pu être composé ; un modèle est peut-être abîmé : { $detail }
cli-left-unfinished = Une exécution précédente avait été arrêtée ; ce qu’elle avait commencé a été effacé.
cli-left-restored = Une exécution précédente avait été arrêtée pendant qu’elle mettait ses fichiers en place ; les documents d’avant avaient été rétablis.
cli-failed = { $documents_n ->
    [one] Un document n’a pas pu être composé ; tous les autres sont écrits.
   *[other] { $documents } documents n’ont pas pu être composés ; tous les autres sont écrits.
}
