### Les mots des rapports.

## Titre, couverture, pied de page

report-title = Rapport d’évaluation
report-running = Rapport d’évaluation · { $period }
report-running-of = Rapport d’évaluation · { $period } · { $subject }
report-foot = Données arrêtées au { $date }
report-foot-notice = Données arrêtées au { $date } · { $notice }
report-provisional = Provisoire
report-final = Définitif
report-annex = Annexe
cover-kicker-territory = { $agreement } · fiche territoriale
cover-kicker-theme = { $agreement } · rapport thématique
cover-span = { $from } – { $to }
cover-councils = { $councils } – { $country }
cover-active = au moins une activité engagée ({ $count })
cover-quiet = aucune activité engagée connue ({ $count })
cover-silent = sans retour ni activité connue ({ $count })
cover-alt = Un carré par conseil. Maroc : { $ma }. France : { $fr }.
cover-alt-side = { $active } avec une activité engagée, { $quiet } sans activité engagée connue, { $silent } sans retour ni activité connue, sur { $listed }
cover-period = Période
cover-cutoff = Données arrêtées au
cover-state = État
cover-returns = Retours reçus
cover-returns-of = { $returned } sur { $expected } attendus

## Valeurs et unités

report-year = Année { $year }
report-year-of = Année { $year } sur { $years }
report-years =
    { $years_n ->
        [one] { $years } an
        *[other] { $years } ans
    }
report-of = { $complete } sur { $series }
report-of-whole = sur { $whole }
report-counted = { $name } : { $count }
report-numbered = { $number } { $name }
report-named-code = { $name } ({ $code })
report-pair = { $first } – { $second }
report-two-lines =
    { $first }
    { $second }
report-median = médiane : { $median }
report-sentences = { $first } { $second }
sign-said = { $sign } : { $meaning }
report-joined = { $first } · { $second }
report-others =
    { $count_n ->
        [one] { $count } autre
        *[other] { $count } autres
    }
report-total = Total
report-whole = Ensemble
report-held = écarté
report-missing-short = n. r.
report-refused-short = n. c.
report-value-missing = valeur non renseignée
report-no-return = pas de retour
report-by-series = propre à chaque série
report-by-territory = par territoire
report-other-currency = autre devise
report-campaign = Campagne
report-region-unknown = Région non renseignée
report-currency-mad = MAD
report-currency-eur = EUR
report-currency-usd = USD
report-amount-units = { $number } { $currency }
report-amount-millions = { $number } M { $currency }
report-unit-units = { $currency }
report-unit-millions = M { $currency }
report-unit-up-to = à { $high }
report-interval-short = { $low } à { $high }
report-short-millions = { $number } M
report-paid = { $amount } décaissés
report-converted = Converti, { $currency }
report-rate = 1 { $from } = { $rate } { $to }
report-rate-source = Change : { $rate } ({ $period } ; { $source }).
report-code-unit = { $code } · { $unit }
report-code-unit-down = { $code } · { $unit }, objectif à la baisse
report-codes = Indicateurs : { $codes }.

## Sources

report-source-returns = Source : retours des conseils.
report-source-declared = Source : retours des conseils ; nombres déclarés, doubles comptes possibles.
report-source-readings = Source : relevés d’indicateurs des conseils ; chaque ligne a son échelle, de zéro.
report-source-register = Source : registre des retours.
report-source-funding = Source : demandes de financement déclarées par les conseils.
report-source-funders = Source : toutes les demandes suivies à l’arrêté des données, y compris celles d’avant la période.
report-source-funnel = Source : demandes de financement ; une demande compte à chaque étape atteinte, son montant à sa dernière étape.
report-source-exchanges = Source : missions et échanges déclarés par les conseils.
report-source-agreement = Source : accord de partenariat.
report-source-first = Source : retours des conseils ; les { $shown } premiers territoires, une activité compte chez chacun des siens.
report-source-themes =
    Source : retours des conseils ; les { $shown } premiers thèmes et { $count_n ->
        [one] { $count } autre thème.
        *[other] { $count } autres thèmes.
    }

## Têtes de colonnes

report-head-units = { $what }, { $currency }
report-head-millions = { $what }, M { $currency }
report-head-code = Code
report-head-activity = Activité
report-head-activity-councils = Activité et conseils
report-head-activities = Activités
report-head-started = Engagées
report-head-completed = Achevées
report-head-budget = Prévu
report-head-committed = Engagé
report-head-spent = Décaissé
report-head-in-kind = En nature
report-head-execution = Taux d’exécution
report-head-people = Bénéficiaires directs
report-head-people-short = Bénéf.
report-head-women = Femmes
report-head-women-share = Part des femmes
report-head-reported = Renseigné
report-head-theme = Thème
report-head-theme-short = Th.
report-head-status = État
report-head-territory = Territoire
report-head-territories = Territoires
report-head-region = Région
report-head-pair = Conseils
report-head-third-country = Pays tiers
report-head-currency = Devise
report-head-currency-name = Devise d’origine
report-head-indicator = Indicateur
report-head-baseline = Référence
report-head-target = Cible
report-head-actual = Atteint
report-head-attainment = Taux d’atteinte
report-head-series = Séries
report-head-term = Élément
report-head-value = Valeur
report-head-party = Association
report-head-contact-point = Point de contact
report-head-councils = Conseils
report-head-side = Conseils
report-head-declared = Déclarés
report-head-expected = Retours attendus
report-head-returned = Retours reçus
report-head-active = Actifs
report-head-silent = Sans retour
report-head-amount = Montant
report-head-requested = Demandé
report-head-awarded = Accordé
report-head-signed = Signé
report-head-received = Encaissé
report-head-pending = À l’étude
report-head-to-find = À trouver
report-head-standing = Demandé
report-head-stage = Étape
report-head-applications = Demandes
report-head-deadline = Date limite
report-head-call = Appel
report-head-funder = Bailleur
report-head-days = Jours
report-head-date = Date
report-head-subject = Objet
report-head-direction = Sens
report-head-participants = Participants
report-head-severity = Gravité
report-head-meaning = Sens
report-head-codes = Codes
report-head-count = Nombre
report-head-file = Fichier
report-head-sheet = Feuille
report-head-cell = Cellule
report-head-what = Constat et remède
report-head-return = Retour
report-head-cells-read = Cellules lues
report-head-cells-valid = Cellules valides
report-head-name-definition = Intitulé et définition
report-head-result = Résultat
report-head-rate = Taux de change
report-head-period = Période
report-head-source = Source
report-head-level = Niveau
report-head-subject-decisions = Objet et décisions
report-head-practice = Pratique
report-head-state = État
report-head-criterion = Critère
report-head-rating = Niveau
report-head-evidence = Éléments de preuve
report-head-commitment = Engagement
report-head-evidence-figures = Éléments de preuve et chiffres
report-head-recommendation = Recommandation
report-head-addressee-owner = Destinataire et responsable
report-head-due = Échéance
report-head-risk-mitigation = Risque et mesure d’atténuation
report-head-probability = Probabilité
report-head-impact = Impact
report-head-owner = Responsable
report-head-pole = Pôle
report-head-sign = Signe
report-head-glossary-term = Terme

## Refus de calcul

refusal-mixed-accumulation = relevés annuels et cumulés mêlés
refusal-no-rate = sans taux de change : { $currencies }
refusal-context = contexte, par territoire
refusal-no-total = par territoire
refusal-no-parts = cible propre à chaque série
refusal-no-distance = cible égale à la référence
refusal-overlap = doubles comptes possibles
refusal-incomplete = référence, cible ou valeur absente

## Chiffres clés

chapter-key-figures = L’essentiel
key-kicker = Synthèse · { $period }
key-lead =
    { $activities_n ->
        [one] { $activities } relie
        *[other] { $activities } relient
    } { $ma_n ->
        [one] { $ma } préfecture ou province
        *[other] { $ma } préfectures et provinces
    } du Maroc à { $fr_n ->
        [one] { $fr } département
        *[other] { $fr } départements
    } de France. { $silence }
key-lead-short = { $activities } pour la période. { $silence }
key-silence-none = Tous les retours attendus sont parvenus.
key-silence =
    { $councils_n ->
        [one] Un conseil n’a pas encore répondu.
        *[other] { $councils } conseils n’ont pas encore répondu.
    }
tile-activities = Activités recensées
tile-started = Engagées
tile-completed = Achevées
tile-planned = Prévues
tile-people-expected = Prévus
tile-councils-ma = Préfectures et provinces
tile-councils-fr = Départements
tile-expected = Attendus
tile-returned = Reçus
tile-silent = Sans retour
tile-people = Bénéficiaires directs
tile-people-planned = Bénéficiaires prévus
tile-reported = Renseigné
tile-women-share = Part des femmes
tile-women = Femmes
tile-men = Hommes
tile-sex-unknown = Autres ou sexe non précisé
tile-youth = Jeunes
tile-budget = Budget prévu
tile-disbursed = Montant décaissé
tile-execution = Taux d’exécution
tile-in-kind = Apports en nature
tile-awarded = Financements accordés
tile-requested = Demandé
tile-signed = Signé
tile-received = Encaissé
tile-targets = Indicateurs à la cible
tile-near = 75 % et plus
tile-low = Moins de 50 %
tile-pairs = Binômes actifs
tile-applications = Demandes de financement
tile-pending = En attente de décision
tile-days-to-decision = Délai médian de décision
tile-success-number = Succès en nombre
tile-success-amount = Succès en montant
tile-won = Retenues
tile-decided = Décidées
tile-missions = Missions et échanges
tile-reciprocity = Réciprocité
tile-days = Durée cumulée
tile-participants = Participants
tile-cells-read = Cellules lues
tile-cells-used = Cellules utilisées
tile-cells-ignored = Laissées de côté
tile-cells-held = Écartées par une erreur
chart-returns = Retours attendus : { $councils }, { $rate } reçus
returns-on-time = dans les délais
returns-late = en retard
returns-undated = reçus, date non renseignée
returns-silent = pas de retour
claim-reach = Le réseau relie { $pairs }
claim-reach-body =
    { $ma_n ->
        [one] { $ma } préfecture ou province a une activité engagée.
        *[other] { $ma } préfectures et provinces ont une activité engagée.
    } { $busy_n ->
        [one] { $busy } binôme mène trois activités ou plus.
        *[other] { $busy } binômes mènent trois activités ou plus.
    }
claim-spending = La dépense atteint { $rate } du budget
claim-spending-behind = La dépense suit à { $rate } du budget
claim-spending-body = { $paid } décaissés pour { $budget } prévus, sur les activités qui déclarent les deux ; { $elapsed } de la durée de l’accord est écoulée.
claim-progress =
    { $reached_n ->
        [one] { $reached } indicateur sur { $all } atteint sa cible
        *[other] { $reached } indicateurs sur { $all } atteignent leur cible
    }
claim-progress-body =
    { $low_n ->
        [one] { $low } reste sous la moitié du chemin entre la référence et la cible.
        *[other] { $low } restent sous la moitié du chemin entre la référence et la cible.
    }
claim-success =
    { $won_n ->
        [one] { $won } demande décidée sur { $decided } est retenue
        *[other] { $won } demandes décidées sur { $decided } sont retenues
    }
claim-success-body = En attente d’une décision : { $pending }.
claim-absence =
    { $councils_n ->
        [one] { $councils } conseil n’a pas répondu
        *[other] { $councils } conseils n’ont pas répondu
    }
claim-absence-body = Sur { $expected } attendus. Leurs données ne sont ni estimées ni comptées pour zéro.
claim-absence-matrix = Ces conseils ne figurent ici que si un partenaire les cite. Aucune valeur n’est estimée.

## Accord

chapter-agreement = L’accord et son suivi
agreement-lead = L’accord est dans son année { $year } sur { $years } ; son terme est le { $date }.
agreement-signed = Signature
agreement-years = Durée
agreement-renewal = Reconduction
agreement-tacit = tacite
agreement-express = par décision expresse
agreement-year = Année en cours à l’arrêt des données
agreement-term = Terme, depuis la signature
agreement-end = Fin du terme
agreement-left = Reste à courir
agreement-period = Période évaluée
agreement-due = Date limite des retours
side-ma = Préfectures et provinces du Maroc
side-fr = Départements de France
grid-terms = Les termes de l’accord
grid-parties = Les deux associations
grid-coverage = Qui prend part à l’accord
note-reference-date = Jours comptés au { $date }.
note-coverage = Actif : une activité engagée dans la période, selon son retour ou celui d’un partenaire. Sans retour : retour attendu et non parvenu. Indicateurs : X10-ma, X10-fr, X13-returned.
note-list = L’association déclare { $declared } conseils français ; la liste de référence en nomme { $listed }.
panel-renewal = Reconduction à préparer
panel-renewal-tacit = L’accord arrive à son terme le { $date }, dans { $days }. Il se reconduit tacitement.
panel-renewal-express = L’accord arrive à son terme le { $date }, dans { $days }. Sa reconduction demande une décision.
chart-timeline = L’accord court jusqu’en { $date } : reste { $days }
timeline-signed = signature
timeline-renewed = reconduction
timeline-now = date de référence
timeline-notice = un an avant le terme
timeline-end = terme
timeline-end-tacit = terme, reconduction tacite
timeline-alt = { $label } : { $date }

## Portefeuille

chapter-portfolio = Portefeuille d’activités
portfolio-kicker = Par thème, par état et par territoire
portfolio-lead = { $activities } dans la période ; engagées : { $started }, dont achevées : { $completed }.
chart-most-activities = { $name } réunit le plus d’activités : { $count } sur { $total }
chart-activities = Nombre d’activités, sur { $total } au total
grid-by-theme = Par thème
grid-by-status = Par état d’avancement
grid-by-territory = Par territoire
note-overlapping = Une activité compte en entier sur chacune de ses lignes et une seule fois dans l’ensemble : les lignes ne s’additionnent pas.
note-people-bounds = Personnes : un intervalle quand un double compte n’est pas exclu ; les lignes ne s’additionnent pas.
note-no-return = Pas de retour : rien n’est connu ; ce n’est pas un zéro.

## Partenaires

chapter-partners = Qui coopère avec qui
partners-kicker = Les binômes de conseils
partners-lead =
    { $pairs_n ->
        [one] { $pairs } réunit
        *[other] { $pairs } réunissent
    } { $ma_n ->
        [one] { $ma } conseil du Maroc
        *[other] { $ma } conseils du Maroc
    } et { $fr_n ->
        [one] { $fr } conseil de France.
        *[other] { $fr } conseils de France.
    }
matrix-by-region = Nombre d’activités, par région du Maroc et par département
matrix-by-territory = Nombre d’activités, par préfecture ou province et par département
note-matrix = Une activité compte une fois pour chacun de ses binômes : le total dépasse le nombre d’activités dès qu’une activité réunit plus de deux conseils.
claim-pairs = { $pairs } en activité
claim-pairs-body =
    { $busy_n ->
        [one] { $busy } mène trois activités ou plus.
        *[other] { $busy } mènent trois activités ou plus.
    } Un binôme unit un conseil marocain et un conseil français.
claim-first-council = { $name } travaille le plus avec le Maroc
claim-first-council-body =
    { $count_n ->
        [one] { $count } activité de binôme
        *[other] { $count } activités de binôme
    } avec { $partners_n ->
        [one] { $partners } conseil marocain.
        *[other] { $partners } conseils marocains.
    }

## Résultats

chapter-results = Résultats par thème
results-kicker = Référence, cible et valeur atteinte
results-lead =
    { $indicators_n ->
        [one] { $indicators } indicateur est relevé
        *[other] { $indicators } indicateurs sont relevés
    } ; comparables à une cible : { $compared } ; cible atteinte : { $reached }.
results-other = Autres indicateurs
chapter-stated = Indicateurs propres aux retours
stated-kicker = Hors du catalogue
stated-lead =
    { $indicators_n ->
        [one] { $indicators } indicateur hors du catalogue est déclaré
        *[other] { $indicators } indicateurs hors du catalogue sont déclarés
    } ; avec une cible et une valeur atteinte : { $complete }.
grid-stated = Valeurs telles qu’elles sont déclarées
note-stated = Ces indicateurs ne sont pas au catalogue : leurs valeurs sont imprimées, jamais additionnées.
grid-results = Valeurs et taux d’atteinte
chart-results =
    { $compared_n ->
        [one]
            { $reached_n ->
                [0] Le seul indicateur comparable n’atteint pas sa cible
                *[other] Le seul indicateur comparable atteint sa cible
            }
        *[other]
            { $reached_n ->
                [0] Aucun des { $compared } indicateurs comparables n’atteint sa cible
                [one] { $reached } des { $compared } indicateurs comparables atteint sa cible
                *[other] { $reached } des { $compared } indicateurs comparables atteignent leur cible
            }
    }
chart-results-none = Aucun de ces indicateurs ne se compare encore à une cible
results-no-common-target = sans cible commune
results-no-target = référence ou cible non renseignée
chart-results-alt = { $name } : référence { $baseline }, atteint { $actual }, cible { $target }
note-attainment = Taux d’atteinte : (atteint − référence) / (cible − référence), sur les séries qui ont les trois valeurs ; jamais une moyenne de taux.
note-series = Séries : nombre de séries complètes, sur celles qui sont relevées. Une série est un indicateur d’une activité ou d’un territoire.

## Pôles territoriaux

poles-kicker = L’appui spécifique que prévoit l’accord
poles-lead = { $activities } pour la création de pôles ; engagées : { $started }.
grid-poles = Les activités
grid-pole-results = Les indicateurs
note-amounts-original = Montants dans la devise déclarée.

## Bénéficiaires

chapter-beneficiaries = Bénéficiaires
beneficiaries-kicker = Personnes atteintes, comptées une fois
beneficiaries-lead = Bénéficiaires directs des activités : { $people }.
beneficiaries-lead-bounds = De { $people } personnes ont bénéficié directement des activités, selon que l’on exclut ou non les doubles comptes.
beneficiaries-lead-none = Aucune activité ne déclare encore de personnes atteintes ; seules des prévisions sont connues.
section-bounds = Pourquoi un intervalle
beneficiaries-bounds = Une même personne peut bénéficier de plusieurs activités d’un même territoire. La borne basse ne garde, par territoire, que l’activité la plus large ; la borne haute additionne toutes les activités. Le nombre exact se trouve entre les deux. Quand elles sont égales, un seul nombre est imprimé.
chart-women = Les femmes sont { $rate } des bénéficiaires des activités qui déclarent les femmes
grid-people-by-theme = Par thème
note-women-share = Part des femmes : rapport de deux sommes, sur les activités qui déclarent les femmes ; les autres personnes ne sont jamais réparties.
panel-missing = Ce qui manque
panel-people-missing =
    { $missing_n ->
        [one] { $missing } déclaration sur { $asked } est restée vide.
        *[other] { $missing } déclarations sur { $asked } sont restées vides.
    } Ces valeurs ne sont ni estimées ni comptées pour zéro.
panel-missing-never-zero = Une valeur absente n’est jamais lue comme un zéro.

## Finances

chapter-finance = Finances
finance-kicker = Prévu, décaissé et apports en nature
finance-lead = { $paid } sont décaissés pour { $budget } prévus, soit { $rate }, sur les activités qui déclarent les deux montants.
finance-lead-none = Aucune activité ne déclare à la fois un budget et un décaissement : le taux d’exécution ne se calcule pas.
chart-payments = { $name } reçoit les décaissements les plus élevés ; montants en { $unit }
grid-by-currency = Par devise
grid-money-by-theme = Par thème
note-conversion = Chaque montant garde sa devise ; la conversion se fait ligne par ligne au taux de sa période, au taux de l’arrêt des données quand la ligne n’a pas de date.
note-execution = Taux d’exécution : décaissé / prévu, sur les seules activités qui déclarent les deux. Les apports en nature n’y entrent pas.
grid-by-goal = Budget par objectif de développement durable
report-head-goal = Objectif
report-goal = { $code }. { $name }
report-goals-whole = Activités qui nomment un objectif
note-goals-weighted = Un budget se répartit selon les poids déclarés pour ses cibles ; les budgets s’additionnent. Une activité compte sur la ligne de chacun de ses objectifs.
note-goals-overlapping = Un budget se répartit selon les poids déclarés pour ses cibles ; sans poids, il compte en entier pour chaque objectif : les lignes ne s’additionnent pas.

## Recherche de financements

chapter-funding = Recherche de financements
funding-kicker = Démarche commune aux deux associations
funding-lead =
    { $applications } ; retenues : { $won } sur { $decided } décidées. { $ahead_n ->
        [one] { $ahead } date limite tombe dans les 90 jours.
        *[other] { $ahead } dates limites tombent dans les 90 jours.
    }
funding-lead-undecided =
    { $applications }, aucune encore décidée. { $ahead_n ->
        [one] { $ahead } date limite tombe dans les 90 jours.
        *[other] { $ahead } dates limites tombent dans les 90 jours.
    }
chart-funnel =
    { $selected_n ->
        [one] À l’arrêt des données, { $selected } demande est retenue sur { $all } suivies
        *[other] À l’arrêt des données, { $selected } demandes sont retenues sur { $all } suivies
    }
chart-funders = { $awarded } sont accordés sur { $requested } demandés ; par bailleur, en { $unit }
chart-funders-alt = { $name } : demandé { $requested }, accordé { $awarded }, à l’étude { $pending }, à trouver { $lacking }
legend-awarded = accordé
legend-pending = à l’étude
legend-to-find = non accordé, à trouver
grid-funding-amounts = Montants demandés, accordés, signés et encaissés
grid-stages = Où en sont les demandes
grid-deadlines = Dates limites
note-funding-dates = Quatre sommes distinctes : un montant demandé n’est pas acquis, un montant signé l’est.
note-stages = Toutes les demandes suivies jusqu’à l’arrêt des données, celles d’avant la période comprises. Taux de succès : sur les seules demandes décidées ; celles en attente et celles retirées n’y entrent pas.
note-deadlines = Jours comptés au { $date } ; un nombre négatif marque une date passée sans dépôt.
note-deadlines-more =
    { $count_n ->
        [one] { $count } autre date limite se trouve dans le classeur.
        *[other] { $count } autres dates limites se trouvent dans le classeur.
    }

## Nord-Sud

chapter-north-south = Coopération Nord-Sud
north-south-kicker = Activités avec un pays tiers
north-south-lead =
    { $activities } avec { $countries_n ->
        [one] { $countries } pays tiers
        *[other] { $countries } pays tiers
    } ; engagées : { $started }.
grid-north-south = Les activités

## Échanges

chapter-exchanges = Échanges et réciprocité
exchanges-kicker = Missions, visites et apports techniques
exchanges-lead = { $missions } : { $south } de la France vers le Maroc, { $north } du Maroc vers la France.
chart-directions = Les échanges : { $south } vers le Maroc, { $north } vers la France, { $both } dans les deux sens
grid-exchanges = Les échanges

## Concertation, bonnes pratiques, appréciation, engagements, risques, recommandations

chapter-consultations = Concertation
consultations-kicker = Les réunions des partenaires
consultations-lead = Séances tenues : { $held } ; prévues : { $planned }.
chapter-practices = Bonnes pratiques
practices-kicker = Ce que les conseils se transmettent
practices-lead = Pratiques documentées : { $documented } ; transférées : { $transferred } ; reproduites ailleurs : { $replicated }.
chapter-judgement = Appréciation selon les six critères du CAD
judgement-kicker = Ce que les évaluateurs ont jugé, avec leurs preuves
judgement-lead =
    { $ratings_n ->
        [one] { $ratings } appréciation, sur { $activities }.
        *[other] { $ratings } appréciations, sur { $activities }.
    }
grid-ratings = Nombre d’appréciations par critère et par niveau
grid-rating-list = Les appréciations et leurs preuves
note-ratings = Un niveau est un jugement, pas une mesure : il se compte et ne se moyenne pas.
rating-programme = programme
chapter-commitments = Les engagements de l’accord
commitments-kicker = Où en est chacun, selon les retours
commitments-lead = { $all } engagements ; les retours se prononcent sur { $told }.
grid-commitments = État de chaque engagement
commitment-signed = signé le { $date }
note-commitments = Le nombre qui suit un état est celui des retours qui le déclarent ; quand ils diffèrent, aucun n’est préféré. Les termes de l’accord se lisent dans l’accord même.
chapter-risks = Risques
risks-kicker = Le registre, des plus graves aux moins graves
risks-lead =
    { $all_n ->
        [one] { $all } risque déclaré ; graves : { $grave }.
        *[other] { $all } risques déclarés ; graves : { $grave }.
    }
note-risks = Un risque est dit grave si sa probabilité et son impact sont élevés, ou davantage.
chapter-recommendations = Recommandations
recommendations-kicker = Qui fait quoi, et pour quand
recommendations-lead =
    { $all_n ->
        [one] { $all } recommandation ; ouvertes : { $open }, dont en retard : { $late }.
        *[other] { $all } recommandations ; ouvertes : { $open }, dont en retard : { $late }.
    } Mises en œuvre parmi celles qui sont échues : { $rate }.
note-recommendations = Une échéance passée d’une recommandation ouverte est signalée.
grid-milestones = Étape atteinte par chaque pôle

## Fiche territoriale et retour absent

territory-kicker = Fiche territoriale · région { $region }
territory-kicker-plain = Fiche territoriale
territory-lead = { $activities } avec { $partners } du pays partenaire.
territory-lead-none = Le retour est parvenu ; il ne déclare aucune activité pour la période.
fact-population = Population
fact-population-of = { $people } (recensement { $year })
fact-partners = Conseils partenaires
fact-none = aucun
fact-return = Retour
fact-cells = Cellules valides
fact-period = Période
fact-region = Région
return-on-time = { $date }, dans les délais
return-late = { $date }, en retard
return-undated = reçu, date non renseignée
return-not-asked = non demandé
grid-activities = Activités
note-rate-cutoff = Décaissements convertis au taux de l’arrêt des données.
gap-return = Le retour de ce conseil n’est pas parvenu : ces chiffres viennent des retours de ses partenaires.
gap-people = Bénéficiaires non renseignés : { $activities }.
gap-spent = Décaissements non renseignés : { $activities }.
gap-and-others =
    { $activities } et { $count_n ->
        [one] { $count } autre
        *[other] { $count } autres
    }
gap-women = La part des femmes n’est pas renseignée.
gap-provisional = Des cellules erronées sont écartées des chiffres, ou y comptent sous réserve ; l’annexe les nomme quand elles relèvent de ce document.
silence-title = Retour non parvenu
silence-lead = { $territory } : aucun retour n’est parvenu pour cette période, et aucun partenaire n’y déclare d’activité.
silence-body = Un retour était attendu pour le { $date }. Rien n’est connu à ce jour : aucune valeur n’est estimée, aucune n’est comptée pour zéro.
silence-expected-by = Retour attendu pour le
silence-period = Période
silence-cutoff = Données arrêtées au
silence-meaning = Ce que cela veut dire
silence-meaning-body = L’absence de retour ne dit rien de l’action du conseil. Dans le rapport d’ensemble, ce territoire figure comme « pas de retour » ; il n’entre dans aucune somme ni dans aucun taux, sauf le taux de retour.
silence-next = Comment compléter
silence-next-body = Le formulaire rempli, ou un tableau du conseil dans son propre format, peut être transmis à l’association. Les chiffres de ce territoire paraîtront dans l’édition suivante.

## Rapport d’un thème

theme-kicker = Thème { $order } sur { $all } · { $facts }
theme-lead =
    { $activities } ; engagées : { $started } ; { $reached_n ->
        [one] { $reached } indicateur comparable sur { $compared } atteint sa cible.
        *[other] { $reached } indicateurs comparables sur { $compared } atteignent leur cible.
    }
theme-lead-no-target = { $activities } ; engagées : { $started } ; aucun indicateur ne se compare encore à une cible.
theme-lead-none = Aucune activité de ce thème n’est déclarée pour la période.
grid-largest = Les plus gros budgets
note-largest-order = Ordre des budgets convertis au taux de l’arrêt des données.
gap-theme-people =
    Bénéficiaires non renseignés pour { $missing_n ->
        [one] { $missing } activité sur { $asked }.
        *[other] { $missing } activités sur { $asked }.
    }
gap-theme-targets = Sans comparaison possible avec une cible : { $codes }.
gap-theme-readings = Aucun relevé d’indicateur de ce thème n’est parvenu.

## Annexes : activités, qualité, méthode

chapter-activities = Les activités
activities-kicker = Annexe · { $activities }
activities-lead = Chaque ligne vient du retour d’un conseil, telle qu’il l’a déclarée.
note-cut-largest = Les { $shown } activités aux plus grands budgets, sur { $all } ; les autres se trouvent dans le classeur ou, au-delà de ce qu’il peut tenir, dans les fichiers reçus.
note-theme-key = Thèmes : { $themes }.
note-undated = Sans date, comptées dans l’accord entier seulement : { $activities }.
chapter-left-out = Ce qui est écarté
left-out-lead =
    { $findings_n ->
        [one] { $findings } erreur tient une cellule ou une ligne hors des chiffres, ou la compte sous réserve.
        *[other] { $findings } erreurs tiennent des cellules ou des lignes hors des chiffres, ou les comptent sous réserve.
    }
grid-left-out = Cellules et lignes écartées ou sous réserve
note-cut-first = Les { $shown } premières lignes sur { $all } ; les autres se trouvent dans le classeur ou, au-delà de ce qu’il peut tenir, dans les fichiers reçus.
note-left-out = Corrigées dans le fichier d’origine, ces valeurs entrent sans réserve dans l’édition suivante.
chapter-quality = Qualité et complétude des données
quality-lead =
    { $returned } retours reçus sur { $expected } attendus ; { $errors_n ->
        [one] { $errors } erreur écarte des valeurs ou les met en doute.
        *[other] { $errors } erreurs écartent des valeurs ou les mettent en doute.
    }
note-cells = Toute cellule non vide est utilisée, laissée de côté pour une raison dite, ou écartée par une erreur ; les trois nombres font le total lu.
grid-findings = Constats de lecture
quality-error = Erreur
quality-error-meaning = une cellule ou une ligne est tenue hors des chiffres, ou comptée sous réserve
quality-warning = Avertissement
quality-warning-meaning = la valeur est comprise et utilisée ; une personne doit vérifier
quality-notice = Information
quality-notice-meaning = rien à faire : ce qui est laissé de côté, et pourquoi
note-findings = Le fichier des constats donne chaque code, sa cellule et son remède.
section-silent = Conseils sans retour
silent-ma = Maroc ({ $count }) : { $names }.
silent-fr = France ({ $count }) : { $names }.
grid-returns = Retours reçus
chapter-method = Indicateurs et méthode
method-lead = Période : { $period } ; données arrêtées au { $date }. Chaque chiffre porte le code sous lequel il est défini ici.
grid-indicators = Indicateurs
note-reported = Renseigné : lignes qui donnent la valeur, sur les lignes concernées.
note-only-reported = Seuls figurent ici les indicateurs qui ont une valeur dans ce document ; le rapport d’ensemble les définit tous.
note-only-cited = Seuls figurent ici les indicateurs que ce document cite ; le classeur et le rapport d’ensemble définissent les autres.
note-provisional = Les résultats signalés laissent une cellule ou une ligne de côté pour une erreur, ou la comptent sous réserve.
grid-rates = Taux de change
note-report-currency = Devise du rapport : { $currency }. Un taux sert aussi dans l’autre sens, par son inverse.
section-rules = Règles de calcul
rule-period = Une activité appartient à la période qu’elle recoupe ; un montant ou un échange compte à sa propre date. L’arrêt des données est la plus proche des deux dates : fin de la période, date de référence.
rule-full-count = Une activité compte en entier pour chacun de ses territoires et de ses thèmes, une fois dans un binôme, une fois dans les totaux.
rule-people = Les personnes ne s’additionnent pas d’une activité à l’autre sans preuve qu’elles diffèrent : un intervalle dit ce que l’on sait.
rule-ratio = Un taux d’ensemble est un rapport de deux sommes, jamais une moyenne de taux.
rule-money = Un montant garde sa devise d’origine. Sans taux, la somme convertie est refusée et les sommes par devise restent.
rule-missing = Non renseigné, sans objet et zéro sont trois réponses différentes, de la lecture à l’impression.
rule-attainment = Le taux d’atteinte compare le chemin parcouru au chemin prévu depuis la référence ; il vaut aussi pour une cible à la baisse. Il n’a pas de sens quand la cible égale la référence.
grid-signs = Comment lire une valeur
sign-missing = Le conseil n’a pas répondu à cette question ; la valeur n’entre dans aucun total.
sign-missing-short = Non renseigné, là où la place manque.
sign-refused-short = Non calculé : un taux de change manque, ou les séries ne forment pas un tout ; le chapitre dit pourquoi.
sign-zero = Le conseil a déclaré zéro.
sign-not-applicable = La question ne se pose pas ici.
sign-held = Une erreur tient la valeur hors des chiffres ; l’annexe sur la qualité la nomme.
sign-no-return = Un retour était attendu et n’est pas parvenu.
sign-provisional = Au moins une erreur touche un chiffre de ce document.

## Glossaire

chapter-glossary = Glossaire
glossary-lead = Les mots de ce rapport, dans le sens où il les emploie.
glossary-activity = Activité
glossary-activity-meaning = Projet, échange, mission ou événement déclaré par un conseil sur une ligne de son retour.
glossary-pair = Binôme
glossary-pair-meaning = Un conseil marocain et un conseil français qui mènent une activité ensemble.
glossary-direct = Bénéficiaire direct
glossary-direct-meaning = Personne que l’activité atteint elle-même, à la date d’arrêt des données.
glossary-interval = Intervalle
glossary-interval-meaning = Le plus petit et le plus grand nombre de personnes que les retours permettent, doubles comptes exclus ou non.
glossary-budget = Budget prévu
glossary-budget-meaning = Montant que les partenaires prévoient de dépenser, sans les apports en nature.
glossary-disbursed = Décaissé
glossary-disbursed-meaning = Montant effectivement payé à la date d’arrêt des données.
glossary-in-kind = Apport en nature
glossary-in-kind-meaning = Temps, matériel ou locaux mis à disposition, évalués en argent et tenus à part.
glossary-execution = Taux d’exécution
glossary-execution-meaning = Décaissé rapporté au budget, sur les activités qui déclarent les deux.
glossary-secured = Financement acquis
glossary-secured-meaning = Montant dont la convention est signée.
glossary-success = Taux de succès
glossary-success-meaning = Demandes retenues rapportées aux demandes décidées, en nombre ou en montant.
glossary-baseline = Valeur de référence
glossary-baseline-meaning = Valeur d’un indicateur avant l’activité, ou au début de la mesure.
glossary-attainment = Taux d’atteinte
glossary-attainment-meaning = Part du chemin parcourue entre la valeur de référence et la cible.
glossary-context = Indicateur de contexte
glossary-context-meaning = Donnée publique qui éclaire un territoire ; jamais additionnée, jamais attribuée à la coopération.
glossary-pole = Pôle territorial
glossary-pole-meaning = Ensemble de territoires qui partagent des services ou des équipements, et dont l’accord prévoit d’appuyer la création.
glossary-north-south = Activité Nord-Sud
glossary-north-south-meaning = Activité menée avec un pays tiers, notamment francophone.
glossary-cutoff = Arrêt des données
glossary-cutoff-meaning = Jour au-delà duquel rien n’est compté.
glossary-return = Retour
glossary-return-meaning = Fichier ou fichiers qu’un conseil remplit et transmet pour la période.
