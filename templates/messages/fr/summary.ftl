### Synthèse de deux pages pour les élus.

summary-title = Synthèse pour les élus
summary-running = Synthèse pour les élus · { $period }
summary-done = Ce qui a été fait
summary-open = Résultats, financements et décisions attendues
summary-results-of = Source : relevés d’indicateurs ; les { $shown } indicateurs les plus renseignés sur { $all } ; chaque ligne a son échelle, de zéro.
summary-deadlines = Prochaines échéances de financement
summary-late-papers = Pièces en retard : { $count }
summary-asked = Ce qui est demandé aux élus
summary-head-asked = Décision ou action
summary-due-more = Autres recommandations échues : { $count }.
summary-open-more = Recommandations ouvertes, non échues ou sans échéance : { $count }.
summary-nothing-asked = Aucune recommandation échue, aucun engagement en retard, aucun retour manquant.
summary-ask-commitments = Engagements de l’accord en retard ou non commencés ({ $count }), dont : { $commitments }
summary-ask-returns = Obtenir les retours manquants ({ $count }) : { $councils }
summary-ask-returns-more =
    Obtenir les retours manquants ({ $count }) : { $councils } et { $rest_n ->
        [one] { $rest } autre
        *[other] { $rest } autres
    }
summary-missing-returns = Retours non parvenus : { $silent } sur { $expected } attendus.
summary-missing-people = Bénéficiaires renseignés pour { $reported } activités sur { $asked }.
summary-missing-spent = Montants décaissés renseignés pour { $reported } activités sur { $asked }.
summary-missing-errors = Erreurs relevées dans les retours : { $count } ; les totaux concernés sont provisoires.
