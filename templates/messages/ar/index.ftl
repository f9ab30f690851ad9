### صفحة index.html: ما يقود إلى جميع الوثائق.

index-skip = الانتقال إلى الوثائق
index-languages = لغة الصفحة
index-provisional = نسخة مؤقتة
index-final = نسخة نهائية
index-figures = الأرقام الرئيسية
index-missing = ما ينقص
index-missing-returns = { $country }: لم يرد من الإفادات المنتظرة { $count } من أصل { $expected } ({ $names }).
index-missing-errors = عدد الأخطاء المسجلة في الإفادات: { $count }؛ والمجاميع المعنية بها مؤقتة.
index-missing-figures = أرقام رئيسية غير مصرح بها: { $figures }.
index-documents = الوثائق
index-search = بحث
index-search-hint = مجال ترابي أو محور أو شريك، بأي من اللغات الثلاث. مفتاح الإدخال يقود إلى أول نتيجة، ومفتاح الهروب يمسح البحث.
index-kind = صنف الوثيقة
index-kind-all = الكل
index-country = البلد
index-country-all = الكل
index-found = عدد الوثائق الموجودة:
index-none = لا توجد وثيقة مطابقة لهذا البحث.
index-clear = مسح
index-contents = أصناف الوثائق
index-made-by = أنجز بواسطة
index-fingerprint = بصمة المعطيات المدخلة (SHA-256):
index-with = مع { $names }

index-shelf-whole = مجموع الاتفاقية
index-shelf-associations = الجمعيتان
index-shelf-territories = المجالات الترابية
index-shelf-themes = المحاور
index-shelf-pairs = ثنائيات المجالس
index-shelf-activities = الأنشطة
index-shelf-dossiers = ملفات التمويل
index-shelf-letters = المراسلات
index-shelf-calendar = الرزنامة
index-shelf-data = المعطيات المفتوحة
index-shelf-other = ملفات أخرى

index-consolidated = تقرير التقييم
index-summary = خلاصة للمنتخبين
index-sign-off = ورقة المصادقة
index-transmission = رسالة الإحالة: { $party }
index-reminder = تذكير: { $council }
index-deadlines = آجال التمويل
index-data-figures = جميع الأرقام
index-data-report = التقارير، للبرامج المعلوماتية

index-format-pdf = PDF
index-format-xlsx = Excel
index-format-docx = Word
index-format-csv = CSV
index-format-json = JSON
index-format-ics = iCalendar
index-kilobytes = { $number } كيلوبايت
index-megabytes = { $number } ميغابايت

index-template-text = هذا القالب ليس نصا بترميز UTF-8
index-template-end = يحتوي هذا القالب على { $found }، وهو ما يفسد الصفحة
