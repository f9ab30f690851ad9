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
chart-halves = Les décaissements culminent pendant le { $half } ; par semestre, en { $unit }
chart-halves-plain = Montants par semestre, en { $unit }
