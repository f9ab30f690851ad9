### La page index.html : ce qui mène à tous les documents.

index-skip = Aller aux documents
index-languages = Langue de la page
index-provisional = Provisoire
index-final = Version définitive
index-figures = Chiffres clés
index-missing = Ce qui manque
index-missing-returns = { $country } : { $count } des { $expected } retours attendus ne sont pas parvenus ({ $names }).
index-missing-errors = Erreurs relevées dans les retours : { $count } ; les totaux concernés sont provisoires.
index-missing-figures = Chiffres clés non communiqués : { $figures }.
index-documents = Documents
index-search = Rechercher
index-search-hint = Un territoire, un thème, un partenaire, dans n’importe laquelle des trois langues. Entrée mène au premier résultat, Échap efface.
index-kind = Sorte de document
index-kind-all = Toutes
index-country = Pays
index-country-all = Tous
index-found = Documents trouvés :
index-none = Aucun document ne correspond à cette recherche.
index-clear = Effacer
index-contents = Sortes de documents
index-made-by = Établi par
index-fingerprint = Empreinte des données d’entrée (SHA-256) :
index-with = avec { $names }

index-shelf-whole = Ensemble de l’accord
index-shelf-associations = Associations
index-shelf-territories = Territoires
index-shelf-themes = Thèmes
index-shelf-pairs = Binômes de collectivités
index-shelf-activities = Activités
index-shelf-dossiers = Dossiers de financement
index-shelf-letters = Lettres
index-shelf-calendar = Calendrier
index-shelf-data = Données ouvertes
index-shelf-other = Autres fichiers

index-consolidated = Rapport d’évaluation
index-summary = Synthèse pour les élus
index-sign-off = Fiche de validation
index-transmission = Lettre de transmission : { $party }
index-reminder = Rappel : { $council }
index-deadlines = Échéances de financement
index-data-figures = Tous les chiffres
index-data-report = Les rapports, pour les programmes

index-format-pdf = PDF
index-format-xlsx = Excel
index-format-docx = Word
index-format-csv = CSV
index-format-json = JSON
index-format-ics = iCalendar
index-kilobytes = { $number } Ko
index-megabytes = { $number } Mo

index-template-text = ce modèle n’est pas un texte en UTF-8
index-template-end = ce modèle contient « { $found } », qui romprait la page
