### Profils de lecture : ce qu’une clé contient.

holds-views = des blocs [[view]], un par tableau lu
holds-value-map = un tableau de correspondances, tel que [view.values.theme]
holds-column = un intitulé entre guillemets, ou {"{"} heading = "…", separator = "|", part = 4 {"}"}
holds-decimal-sign = un point ou une virgule, entre guillemets
