### Le fichier de campagne : explications des clés et messages d’erreur de préparation.

campaign-head =
    Fichier de campagne de bilan. Chaque clé est précédée de son explication ; les valeurs sont des exemples à remplacer.
    Une ligne qui commence par # n’est pas lue.
table-agreement = L’accord évalué.
key-agreement-title = Titre de l’accord, dans les trois langues.
key-agreement-subtitle = Qui l’accord lie, en une phrase sous le titre du rapport consolidé ; facultatif.
key-agreement-signed-on = Jour de la signature (année-mois-jour). Les années de l’accord se comptent à partir de ce jour.
key-agreement-years = Durée en années.
key-agreement-tacit-renewal = true si l’accord se renouvelle par tacite reconduction.
table-party =
    Les deux associations signataires, l’hôte du rapport en premier. Leur ordre est celui des couvertures.
    Leurs logos vont dans le dossier logos, sous le nom du pays : MA.svg ou MA.png, FR.svg ou FR.png. Les lettres Word ne prennent que le PNG.
key-party-country = Pays des conseils, comme dans la liste des territoires.
key-party-short = Nom court.
key-party-name = Nom complet, dans les trois langues.
key-party-councils = Nombre de conseils déclaré : la couverture se calcule sur ce nombre.
key-party-contact-point = Point de contact tel qu’il est imprimé (une fonction, pas un nom de personne).
table-period = La période évaluée. Les données sont arrêtées à son dernier jour.
key-period-from = Premier jour.
key-period-to = Dernier jour.
key-period-label = Nom de la période tel qu’il est imprimé.
table-report = Les rapports.
key-report-reference-date =
    Jour auquel se comptent les échéances. Sans cette clé ni l’option --date, c’est le jour de l’exécution.
key-report-currency = Monnaie des totaux convertis.
key-report-languages = Langues des éditions.
key-report-workbooks = Langues dans lesquelles les classeurs sont écrits aussi ; [] pour aucun.
key-report-notice = Phrase imprimée sur chaque document, par exemple que les données sont inventées.
key-report-editions =
    Ensembles de documents à produire : consolidated (rapport consolidé), summary (synthèse de deux pages),
    associations, territories, themes, pairs (binômes), activities (fiches), letters (courriers) et internal (ce qui
    reste au bureau). Tous par défaut.
key-report-small-group = Plus petit groupe de personnes imprimé dans une édition publique.
key-report-print-private = true pour imprimer les colonnes privées (noms, adresses, téléphones) dans l’édition interne ; l’édition publique ne les contient jamais.
table-returns = Les retours des conseils, déposés dans le dossier returns.
key-returns-due = Jour limite de retour.
key-returns-expected = Territoires dont un retour est attendu : "all" pour tous, ou une liste de codes ["MA-AGD", "FR-38"].
table-received =
    Jour de réception de chaque fichier, par son chemin dans le dossier returns. Sans date, un retour n’est ni à temps ni en retard.
key-received = Un fichier et son jour :
table-rate = Taux de change, autant de blocs que de taux. Un montant est converti au taux de sa période.
key-rate-from = Monnaie d’une unité.
key-rate-to = Monnaie du taux.
key-rate-period = Période : "2026", "2026-S1" ou "2025-11-13/2026-11-12".
key-rate-rate = Nombre d’unités de la seconde monnaie pour une unité de la première, entre guillemets.
key-rate-source = Source, imprimée avec le taux.
table-stage-probability =
    Probabilité de chaque étape de financement, pour le portefeuille pondéré. Une étape absente compte pour zéro.
key-stage-probability = Une étape et sa probabilité :
table-lead-days = Jours nécessaires entre la session d’un conseil et un dépôt, par code de territoire ; "*" pour tous les autres.
key-lead-days = Un territoire et ses jours :
table-paper-days = Jours avant une date limite auxquels une pièce doit être prête, par code de papers.csv ; "*" pour toutes les autres. La délibération d’un conseil suit la table ci-dessus.
key-paper-days = Une pièce et ses jours :
table-limits =
    Limites d’un fichier. Un fichier qui en dépasse une est signalé, et sa lecture s’arrête là. Sans cette table, ce sont ces valeurs.
key-limits-file-mib = Taille d’un fichier, en mébioctets (Mio).
key-limits-parts = Nombre de parties d’un classeur, qui est une archive zip.
key-limits-unpacked-mib = Taille d’un classeur une fois décompressé, en mébioctets.
key-limits-ratio = Nombre de fois où la taille d’une partie peut croître à la décompression.
key-limits-sheets = Nombre de feuilles d’un fichier.
key-limits-cells-million = Nombre de cellules remplies d’un fichier, en millions.
key-limits-text-mib = Textes communs à toutes les feuilles d’un classeur, en mébioctets.
key-limits-memory-mib = Mémoire du programme auxiliaire qui lit les fichiers xls, en mébioctets.
key-limits-seconds = Durée de lecture d’un fichier, en secondes.

holds-text = un texte entre guillemets
holds-names = les trois noms { "{" } fr = "…", ar = "…", en = "…" { "}" }
holds-date = un jour comme 2026-11-12
holds-whole = un nombre entier
holds-decimal = un nombre entre guillemets, comme "10.85"
holds-flag = true ou false
holds-texts = une liste de textes, comme ["fr", "ar"]
holds-all-or-texts = "all" ou une liste de codes
holds-period = une période comme "2026", "2026-S1" ou "2025-11-13/2026-11-12"
holds-dates = des jours comme 2026-12-01
holds-decimals = des nombres entre guillemets
holds-wholes = des nombres entiers
holds-date-order = `day-month` ou `month-day`
holds-yes-no = true ou false

setup-toml = le fichier n’est pas un TOML bien formé : { $detail }
setup-key-near = la clé « { $key } » n’existe pas ; vouliez-vous dire « { $nearest } » ?
setup-key-unknown = la clé « { $key } » n’existe pas ; les clés connues sont { $known }
setup-key-absent = la clé « { $key } » manque
setup-table = « { $key } » n’a pas la forme attendue : une table, ou des tables [[…]] pour party et rate
setup-table-absent = la table [{ $key }] manque
setup-value = la clé « { $key } » vaut { $found } ; il faut { $expected }
setup-two-parties = il faut deux tables [[party]], une par association ; { $found } trouvées
setup-period = la période commence le { $from } après sa fin le { $to }
setup-language = la langue « { $found } » n’est pas connue ; il faut fr, ar ou en
setup-too-many-files = { $found } fichiers dans le dossier ; la limite est { $max }. Répartissez les retours entre plusieurs campagnes
setup-list-absent = la liste manque
setup-list-line = ligne { $line } : { $detail }
setup-list-code = une ligne n’a pas de code
setup-call = { $code } : la colonne « { $column } » ne peut pas contenir « { $detail } »
setup-indicator = indicateur { $code }, colonne { $column } : { $detail }
