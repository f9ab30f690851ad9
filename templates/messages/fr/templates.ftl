### Les modèles d’une campagne : ce qui ne va pas, et leurs copies.

setup-template-unknown = ce fichier ne remplace aucun modèle ; le plus proche est « { $nearest } »
setup-message-syntax = cette ligne n’est pas un message : « { $found } »
setup-message-unknown = le message « { $key } » n’existe pas (langue { $lang }) ; le plus proche est « { $nearest } »
setup-message-variables = le message « { $key } » a pour variables { $expected } ; trouvé : { $found }
setup-message-foreign = un message ne peut citer que ses variables ; trouvé : « { $found } »
setup-message-none = aucune
setup-font = ce fichier ne contient aucune police lisible
cli-templates = Copie les modèles du programme dans un dossier, pour les modifier
cli-arg-templates-to = nouveau dossier des modèles ; mettez ceux que vous changez dans le dossier templates de votre campagne
cli-templates-done = { $count } modèles copiés dans { $folder }. Mettez ceux que vous changez dans le dossier « templates » de votre campagne, sous le même chemin, et laissez les autres de côté.
