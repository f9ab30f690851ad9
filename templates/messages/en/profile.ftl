### Mapping profiles: what a key holds.

holds-views = blocks [[view]], one a table to read
holds-value-map = a table of correspondences, such as [view.values.theme]
holds-column = a heading in quotes, or {"{"} heading = "…", separator = "|", part = 4 {"}"}
holds-decimal-sign = a point or a comma, in quotes
