### Ce que chaque page dit de sa fabrication, et les logos.

report-made = { $program } · données { $fingerprint }
page-logo-alt = Logo : { $name }

setup-logo-name = le nom du fichier ne désigne aucune association ; les noms attendus sont { $known }
setup-logo-format = un logo doit être un fichier SVG ou PNG ; enregistrez-le dans l’un de ces formats
setup-logo-twice = l’association a déjà un logo, { $other } ; n’en gardez qu’un
setup-logo-large = le fichier pèse { $size } Kio ; la limite est de { $most } Kio. Réduisez l’image
setup-logo-pixels = l’image dépasse { $most } millions de pixels. Réduisez-la
setup-logo-no-png = le fichier n’est pas une image PNG, quoi qu’en dise son nom
setup-logo-broken = l’image ne peut pas être lue : { $detail }
setup-logo-linked = l’image renvoie à « { $linked } », qui n’est pas dans le fichier ; incorporez-le dans le SVG

## Les courbes

lines-alt = { $name } – { $points }.
lines-signed = Financement signé
page-lines-open = en cours
chart-halves = Les décaissements datés culminent pendant le { $half } ; par semestre, en { $unit }
chart-halves-plain = Montants par semestre, en { $unit }

## Ce qui manque, en première page

key-missing-line = { $what } : { $missing } sur { $of }.
key-missing-returns = Retours attendus non reçus
key-missing-people = Déclarations de bénéficiaires vides
key-missing-budget = Budgets non renseignés
key-missing-paid = Montants décaissés non renseignés

## Les données d’origine

grid-provenance = Les fichiers dont ce rapport est fait
report-head-sha = SHA-256
note-provenance = Fait par { $program } à partir de { $inputs } fichiers ; empreinte de l’ensemble : { $fingerprint }.
note-provenance-how = L’empreinte est le SHA-256 des lignes « SHA-256, deux espaces, fichier », dans l’ordre des fichiers ; les mêmes fichiers donnent la même empreinte.
chart-funnel-alt = { $name } : { $count }, passage { $rate }, montant { $amount }
chart-funnel-alt-first = { $name } : { $count }, montant { $amount }
