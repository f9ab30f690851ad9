### Le compte des cellules : pourquoi une cellule est laissée de côté.

ignored-above = au-dessus des intitulés
ignored-unused-column = colonne ou intitulé hors du formulaire
ignored-total = ligne de total
ignored-note = note ou titre de section
ignored-example = exemple du formulaire
ignored-tags = ligne d’étiquettes sous les intitulés
ignored-sheet-unknown = feuille non reconnue
ignored-help = feuille d’aide (guide, listes, constats)
ignored-by-profile = écartée par un profil de lecture
ignored-joint = déjà dite par le retour d’un partenaire
account-line = Cellules : { $read } lues, { $used } utilisées, { $ignored } laissées de côté, { $held } écartées par une erreur.
account-line-reasons = Cellules : { $read } lues, { $used } utilisées, { $ignored } laissées de côté ({ $reasons }), { $held } écartées par une erreur.
account-total = Total
account-check = Écart
account-grid-files = Le compte de chaque fichier
account-grid = Cellules laissées de côté, par raison
account-head-reason = Raison
account-head-cells = Cellules
account-head-share = Part des cellules lues
