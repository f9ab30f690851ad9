### Pourquoi un fichier n’est pas lu, et les limites d’un fichier.

## Motifs : suite d’une phrase, sans point final.

reason-archive = c’est une archive et non un tableau ; décompressez-la et envoyez les fichiers qu’elle contient
reason-cell-outside = une cellule se trouve hors des limites d’une feuille (16 384 colonnes, 1 048 576 lignes) ; supprimez-la
reason-cell-twice = la cellule figure deux fois dans le fichier ; ouvrez-le et enregistrez-le de nouveau
reason-child = sa lecture a demandé trop de mémoire, ou le fichier est endommagé ; ouvrez-le et enregistrez-le au format xlsx
reason-damaged = le fichier est endommagé ; ouvrez-le et enregistrez-le de nouveau
reason-document = c’est un document et non un tableau ; envoyez le classeur qui a servi à l’établir
reason-document-type = il contient une déclaration de type de document, qui n’a pas sa place dans un classeur ; ouvrez-le et enregistrez-le de nouveau
reason-empty = il est vide
reason-html = c’est une page web enregistrée sous le nom d’un tableau ; ouvrez-la et enregistrez-la au format xlsx
reason-not-text = ce n’est ni un classeur ni un texte
reason-old-format = ce format ancien ou binaire n’est pas lu sur ce système ; enregistrez le fichier au format xlsx
reason-partial = { $reason } ; la feuille a été lue jusqu’à la ligne { $row }
reason-parts-twice = deux parties du classeur portent le même nom ; ouvrez-le et enregistrez-le de nouveau
reason-password = il est protégé par un mot de passe ; enregistrez-en une copie sans mot de passe
reason-pdf = c’est un document PDF ; envoyez le classeur qui a servi à l’établir
reason-picture = c’est une image ; envoyez le tableau lui-même
reason-quote-open = un guillemet est ouvert et jamais refermé, ce qui réunit plusieurs lignes en une seule cellule ; supprimez-le ou refermez-le
reason-rows-order = les lignes ne se suivent pas dans le fichier ; ouvrez-le et enregistrez-le de nouveau
reason-sheet-missing = la feuille « { $sheet } » est annoncée et absente du fichier
reason-string-missing = la cellule renvoie à un texte absent du fichier
reason-system = le système répond : { $detail }
reason-truncated = le fichier est incomplet, comme après un envoi interrompu ; envoyez-le de nouveau
reason-changing = quelqu’un l’enregistrait pendant la lecture ; fermez-le et relancez
reason-unforeseen = le programme y a rencontré un cas qu’il n’a pas prévu ; enregistrez le fichier au format xlsx et renvoyez-le
reason-xml = c’est un fichier XML ; ouvrez-le et enregistrez-le au format xlsx

## Limites : ce qui est permis.

limit-cells = { $max_n ->
    [one] { $max } cellule remplie par fichier
   *[other] { $max } cellules remplies par fichier
}
limit-file-size = { $max } Mo par fichier
limit-merged = { $max_n ->
    [one] { $max } bloc fusionné par feuille
   *[other] { $max } blocs fusionnés par feuille
}
limit-parts = { $max_n ->
    [one] { $max } partie par classeur
   *[other] { $max } parties par classeur
}
limit-piece = { $max } Mo pour une cellule
limit-ratio = une taille multipliée par { $max } au plus à la décompression
limit-row-text = { $max } Mo de texte par ligne
limit-rows = { $max_n ->
    [one] { $max } ligne par feuille
   *[other] { $max } lignes par feuille
}
limit-seconds = { $max_n ->
    [one] { $max } seconde de lecture par fichier
   *[other] { $max } secondes de lecture par fichier
}
limit-sheets = { $max_n ->
    [one] { $max } feuille par fichier
   *[other] { $max } feuilles par fichier
}
limit-sheets-all = { $max } feuilles pour tous les fichiers ensemble
limit-text = { $max } Mo de texte par classeur
limit-unpacked = { $max } Mo une fois le classeur décompressé

## Limites : ce qui a été trouvé.

limit-megabytes = { $number } Mo
limit-read-to = davantage ; la feuille a été lue jusqu’à la ligne { $row }
limit-stopped = davantage ; la lecture s’est arrêtée là
limit-times = une taille multipliée par { $number }
