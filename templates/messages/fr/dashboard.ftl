### Les mots du tableau de bord et de ce qui aide à s’y retrouver dans les classeurs.

workbook-back = Retour à la feuille « { $sheet } »
dashboard-tab = Tableau de bord
dashboard-tab-breakdowns = Ventilations
dashboard-note = Chaque chiffre est une formule vivante. Un clic sur un chiffre mène à la première ligne de données qui y compte ; un clic sur son libellé, à sa définition. Les tracés lisent les feuilles Ventilations et Financements ; ce qui n’est pas renseigné ou est masqué n’y est pas tracé.
dashboard-note-apart = Un chiffre sur fond gris est une valeur : la table de ses lignes n’a pas de feuille ici. Tout autre est une formule vivante. Un clic sur un chiffre mène à la première ligne de données qui y compte ; un clic sur son libellé, à sa définition. Les tracés lisent les feuilles Ventilations et Financements ; ce qui n’est pas renseigné ou est masqué n’y est pas tracé.
dashboard-indicators-note = Les colonnes repliées après l’unité donnent la définition, le calcul en toutes lettres et la source : le signe + au-dessus des colonnes les ouvre. Le code mène à la première ligne qui compte.
dashboard-card-foot = { $unit } – { $reported } sur { $asked } renseignées
dashboard-rest = Reste du budget
dashboard-people-low = Bénéficiaires, minimum
dashboard-people-high = Bénéficiaires, maximum
dashboard-people-more = Jusqu’au maximum
dashboard-statuses = Activités par état
dashboard-chart-money = Budget par thème, décaissé et reste (milliers { $currency })
dashboard-chart-people = Bénéficiaires directs par thème, minimum et maximum
dashboard-chart-attainment = Cibles les moins avancées (100 % = cible)
dashboard-chart-funders = Demandé et accordé par bailleur (milliers { $currency })
dashboard-spark = Évolution
dashboard-made = Produit par { $program }. Empreinte des données reçues : { $fingerprint }. Date de référence : { $date }.
dashboard-alt = { $title } : { $figures }
dashboard-alt-figure = { $name } { $first }
dashboard-alt-pair = { $name } { $first } et { $second }
