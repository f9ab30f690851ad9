### La réponse au conseil : son propre classeur, relu et annoté.

returned-file = retour-{ $sender }
returned-tab = # À corriger
returned-tab-choices = # Propositions
returned-title = Votre retour, relu cellule par cellule
returned-to = { $name } — bonjour, et merci de votre envoi.
returned-to-unknown = Bonjour, et merci de votre envoi. Le conseil qui l’adresse n’a pas pu être reconnu.
returned-campaign = { $agreement } — { $period } — situation au { $date }
returned-files = Lu dans : { $files }
returned-count = { $errors_n ->
    [0] Aucune erreur
    [one] { $errors } erreur à corriger
   *[other] { $errors } erreurs à corriger
}, { $warnings_n ->
    [0] aucun avertissement
    [one] { $warnings } avertissement à vérifier
   *[other] { $warnings } avertissements à vérifier
}, { $notices_n ->
    [0] aucune information
    [one] { $notices } information
   *[other] { $notices } informations
}.
returned-unread = Rien n’a pu être lu dans ce fichier : la liste ci-dessous dit pourquoi et comment le renvoyer.
returned-step-open = 1. Les onglets suivants reprennent vos valeurs, aux mêmes adresses. Dans la liste, cliquez sur une adresse pour aller à la cellule ; sa note dit ce qui ne va pas.
returned-step-correct = 2. Corrigez dans les onglets. Là où il y a des propositions, une flèche paraît au bord de la cellule : choisissez-en une, ou tapez une autre valeur.
returned-step-send = 3. Enregistrez ce classeur et renvoyez-le : il sera relu tel quel.
returned-step-list = 1. Corrigez votre propre fichier à l’aide de la liste ci-dessous, puis renvoyez-le.
returned-step-none = Rien ne vous est demandé. Les onglets suivants reprennent vos valeurs, aux mêmes adresses.
returned-due = À renvoyer au plus tard le { $date }.
returned-late = Le délai était fixé au { $date } : renvoyez-le dès que possible.
returned-legend-error = erreur : la cellule est tenue hors des chiffres tant qu’elle n’est pas corrigée
returned-legend-warning = avertissement : la valeur est utilisée telle qu’elle a été comprise ; vérifiez-la
returned-private = Les contacts que vous avez saisis figurent dans cette copie : elle n’est destinée qu’à votre conseil. Les formules y sont remplacées par leur valeur.
returned-too-large = Vos fichiers comptent plus de { $max } cellules : seule la liste est jointe, sans copie des feuilles.
returned-cut = Textes trop longs pour une cellule, coupés dans cette copie : { $count }.
returned-few-notes = Les { $max } premières cellules portent une note ; pour les suivantes, la liste ci-dessous dit la même chose.
returned-few-rows = Seuls les { $max } premiers constats sont dans cette liste.
returned-list = Ce qui a été trouvé
returned-clean = Aucun constat : toutes les valeurs ont été comprises.
returned-head-choices = Propositions
returned-row = ligne { $row }
returned-account = Le compte de vos cellules
returned-account-note = Chaque cellule remplie est utilisée, laissée de côté pour une raison dite, ou écartée par une erreur : le compte tombe juste.
returned-expected = Attendu : { $text }
returned-remedy = À faire : { $text }
returned-choices = Propositions : { $text }
