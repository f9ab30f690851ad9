### ملفات المطابقة: ما يحتويه كل مفتاح.

holds-views = كتل [[view]]، واحدة لكل جدول
holds-value-map = جدول مطابقة مثل [view.values.theme]
holds-column = عنوان بين علامتي اقتباس، أو {"{"} heading = "…", separator = "|", part = 4 {"}"}
holds-decimal-sign = نقطة أو فاصلة بين علامتي اقتباس
