### Les mots que la mise en page ajoute aux rapports.

page-contents = Sommaire
page-stamp-provisional = Provisoire
page-stamp-final = Version définitive
page-stamp-draft = Projet de dossier
page-years-alt = Année { $year } sur { $years } de l’accord
page-indicator = Indicateur
page-baseline = Référence
page-actual = Atteint
page-target = Cible
page-applications = Dossiers
page-rate = Passage
page-goal = ODD { $number } { $name }
