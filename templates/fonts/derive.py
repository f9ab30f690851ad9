"""Derives the Arabic text face of the reports from IBM Plex Sans Arabic, so that its text can be searched and copied.

    pip install fonttools==4.*
    python derive.py IBMPlexSansArabic-Regular.ttf IBMPlexSans_400Regular.ttf BilanArabic_400Regular.ttf
    python derive.py IBMPlexSansArabic-SemiBold.ttf IBMPlexSans_600SemiBold.ttf BilanArabic_600SemiBold.ttf

A ligature is one glyph that stands for two letters. Readers of PDF put the glyphs of a line that runs from the right in
order, but not the letters within a glyph, and so give al for la. The derived face has no ligatures: lam and alef are two
glyphs, the lam with the whole drawing, the alef without ink, each with a part of the width; all other pairs stay as the
letters join without ligatures. The licence reserves the name of the original, hence the other name.

What the Latin face holds, digits and punctuation among it, is left to it, but for blanks: a line of Arabic words is then
one run, and no rule in the templates has to say which face sets what.
"""

import sys

from fontTools.otlLib import builder
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables as ot

ALEF_SHARE = 0.42  # of the width of a lam-alef
LAMS = {0x0644}
ALEFS = {0x0622, 0x0623, 0x0625, 0x0627, 0x0671}
NAMES = {1: "Bilan Arabic", 3: "bilan: Bilan Arabic {style}", 4: "Bilan Arabic {style}", 6: "BilanArabic-{style}",
         16: "Bilan Arabic", 21: "Bilan Arabic"}


def forms(font, letters):
    """Gives the glyphs of letters in every position: those of the cmap and what init, medi and fina make of them."""
    cmap = font.getBestCmap()
    found = {cmap[letter] for letter in letters if letter in cmap}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag in ("init", "medi", "fina"):
            for index in record.Feature.LookupListIndex:
                for subtable in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                    found |= {to for of, to in subtable.mapping.items() if of in found}
    return found


def split(font, ligature):
    """Adds the two glyphs of a lam-alef and gives their names and the width of the alef."""
    width, bearing = font["hmtx"][ligature]
    cut = round(width * ALEF_SHARE)
    glyphs, glyf = font.getGlyphSet(), font["glyf"]
    pen = TTGlyphPen(glyphs)
    glyphs[ligature].draw(TransformPen(pen, (1, 0, 0, 1, -cut, 0)))
    lam, alef = ligature + ".lam", ligature + ".alef"
    for name, glyph, metrics in ((lam, pen.glyph(), (width - cut, bearing - cut)), (alef, TTGlyphPen(None).glyph(), (cut, 0))):
        glyf[name] = glyph
        font["hmtx"][name] = metrics
        font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    return lam, alef, cut


def single(lookups, pairs):
    table = ot.SingleSubst()
    table.mapping = pairs
    lookup = ot.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 1, 9, [table], 1
    lookups.append(lookup)
    return len(lookups) - 1


def chain(font, before, glyph, after, index):
    """Makes a rule: `glyph` between `before` and `after` goes through the lookup of this index."""
    glyph_map = font.getReverseGlyphMap()
    rule = ot.ChainContextSubst()
    rule.Format = 3
    for name, glyphs in (("Backtrack", before), ("Input", [glyph]), ("LookAhead", after)):
        coverage = [builder.buildCoverage({g}, glyph_map) for g in glyphs]
        setattr(rule, name + "Coverage", coverage)
        setattr(rule, name + "GlyphCount", len(coverage))
    record = ot.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, index
    rule.SubstLookupRecord, rule.SubstCount = [record], 1
    return rule


def marks(font, parts):
    """Lets vowel marks stand on the two glyphs where they stood on the ligature."""
    table = font["GPOS"].table
    for at, lookup in list(enumerate(table.LookupList.Lookup)):
        made = []
        for subtable in lookup.SubTable:
            subtable = getattr(subtable, "ExtSubTable", subtable)
            if type(subtable).__name__ != "MarkLigPos":
                continue
            bases = {}
            for name, attach in zip(subtable.LigatureCoverage.glyphs, subtable.LigatureArray.LigatureAttach):
                if name not in parts:
                    continue
                lam, alef, cut = parts[name]
                for glyph, component, shift in zip((lam, alef), attach.ComponentRecord, (-cut, 0)):
                    anchors = {c: builder.buildAnchor(a.XCoordinate + shift, a.YCoordinate)
                               for c, a in enumerate(component.LigatureAnchor) if a is not None}
                    if anchors:
                        bases[glyph] = anchors
            if bases:
                of = {g: (m.Class, m.MarkAnchor) for g, m in zip(subtable.MarkCoverage.glyphs, subtable.MarkArray.MarkRecord)}
                made.append(builder.buildMarkBasePosSubtable(of, bases, font.getReverseGlyphMap()))
        if not made:
            continue
        new = ot.Lookup()
        new.LookupType, new.LookupFlag, new.SubTable, new.SubTableCount = 4, lookup.LookupFlag, made, len(made)
        table.LookupList.Lookup.append(new)
        for record in table.FeatureList.FeatureRecord:
            if at in record.Feature.LookupListIndex:
                record.Feature.LookupListIndex.append(len(table.LookupList.Lookup) - 1)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)


def leave(font, latin):
    """Takes out the characters that the Latin face sets."""
    left = set(latin.getBestCmap()) - {0x20, 0xA0, 0x202F}
    for table in font["cmap"].tables:
        table.cmap = {code: glyph for code, glyph in table.cmap.items() if code not in left}


def unhint(font):
    """Takes out what fits letters to a coarse screen, which those who show a PDF leave aside: two fifths of the face."""
    for glyph in font["glyf"].keys():
        font["glyf"][glyph].removeHinting()
    for table in ("fpgm", "prep", "cvt "):
        if table in font:
            del font[table]


def derive(font):
    gsub = font["GSUB"].table
    lookups = gsub.LookupList.Lookup
    lams, alefs = forms(font, LAMS), forms(font, ALEFS)
    wanted = [record.Feature for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "rlig"]
    pairs = []
    for index in sorted({index for feature in wanted for index in feature.LookupListIndex}):
        for subtable in lookups[index].SubTable:
            for first, ligatures in getattr(subtable, "ExtSubTable", subtable).ligatures.items():
                pairs += [(first, l.Component[0], l.LigGlyph) for l in ligatures
                          if first in lams and len(l.Component) == 1 and l.Component[0] in alefs]
    parts = {ligature: split(font, ligature) for ligature in dict.fromkeys(pair[2] for pair in pairs)}
    font.setGlyphOrder(font.getGlyphOrder())
    to_lam, to_alef = [], []
    for lam, alef, ligature in pairs:
        drawn, blank, _ = parts[ligature]
        to_lam.append(chain(font, [], lam, [alef], single(lookups, {lam: drawn})))
        to_alef.append(chain(font, [drawn], alef, [], single(lookups, {alef: blank})))
    added = []
    for rules in (to_lam, to_alef):
        lookup = ot.Lookup()
        lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 6, 9, rules, len(rules)
        lookups.append(lookup)
        added.append(len(lookups) - 1)
    gsub.LookupList.LookupCount = len(lookups)
    for feature in wanted:
        feature.LookupListIndex = added
        feature.LookupCount = len(added)
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag in ("liga", "dlig"):
            record.Feature.LookupListIndex, record.Feature.LookupCount = [], 0
    marks(font, parts)
    names = font["name"]
    style = names.getDebugName(17) or names.getDebugName(2)
    for record in list(names.names):
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID].format(style=style.replace(" ", ""))
        elif record.nameID in (7, 25):
            names.names.remove(record)
    return len(pairs)


if __name__ == "__main__":
    face = TTFont(sys.argv[1], recalcTimestamp=False)
    print(derive(face), "pairs of lam and alef")
    leave(face, TTFont(sys.argv[2]))
    unhint(face)
    face.save(sys.argv[3])
