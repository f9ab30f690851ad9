### ملف الحملة: شرح المفاتيح ورسائل الإعداد.

campaign-head =
    ملف حملة برنامج bilan. يسبق كل مفتاح شرحه، والقيم أمثلة ينبغي تعويضها.
    لا يُقرأ السطر الذي يبدأ بالعلامة #.
table-agreement = الاتفاقية موضوع التقييم.
key-agreement-title = عنوان الاتفاقية باللغات الثلاث.
key-agreement-subtitle = أطراف الاتفاقية في جملة تحت عنوان التقرير الموحد؛ اختياري.
key-agreement-signed-on = يوم التوقيع (السنة-الشهر-اليوم). تحتسب سنوات الاتفاقية ابتداء منه.
key-agreement-years = المدة بالسنوات.
key-agreement-tacit-renewal = true إذا كانت الاتفاقية تتجدد ضمنيا.
table-party =
    الجمعيتان الموقعتان، والمضيفة أولا. يحافظ الغلاف على ترتيبهما.
    يوضع شعاراهما في المجلد logos باسم البلد: MA.svg أو MA.png، وFR.svg أو FR.png. ولا تأخذ رسائل Word إلا صيغة PNG.
key-party-country = بلد المجالس كما ورد في لائحة الوحدات الترابية.
key-party-short = الاسم المختصر.
key-party-name = الاسم الكامل باللغات الثلاث.
key-party-councils = عدد المجالس المصرح به، وعليه تحتسب نسبة التغطية.
key-party-contact-point = نقطة الاتصال كما تطبع (صفة لا اسم شخص).
table-period = الفترة موضوع التقييم. تحصر المعطيات في آخر يوم منها.
key-period-from = أول يوم.
key-period-to = آخر يوم.
key-period-label = اسم الفترة كما يطبع.
table-report = التقارير.
key-report-reference-date = اليوم الذي تحتسب منه الآجال. في غيابه وغياب الخيار --date يعتمد يوم التشغيل.
key-report-currency = عملة المجاميع المحولة.
key-report-languages = لغات الطبعات.
key-report-workbooks = اللغات التي تُكتب بها المصنفات أيضا؛ [] لعدم كتابة أي مصنف.
key-report-notice = جملة تطبع على كل وثيقة، مثل أن المعطيات افتراضية.
key-report-editions =
    مجموعات الوثائق المطلوبة: consolidated (التقرير الموحد)، summary (ملخص في صفحتين)، associations (الجمعيتان)،
    territories (الوحدات الترابية)، themes (المجالات)، pairs (الثنائيات)، activities (بطاقات الأنشطة)، letters (المراسلات)،
    internal (ما يبقى في المكتب). كلها ما لم يذكر غير ذلك.
key-report-small-group = أصغر مجموعة أشخاص تطبع في نسخة عمومية.
key-report-print-private = true لطبع الأعمدة الخاصة (الأسماء والعناوين والهواتف) في النسخة الداخلية؛ ولا ترد أبدا في النسخة العمومية.
table-returns = ما ترسله المجالس، ويوضع في المجلد returns.
key-returns-due = آخر أجل للإرسال.
key-returns-expected = الوحدات الترابية المنتظر جوابها: "all" للكل، أو لائحة رموز ["MA-AGD", "FR-38"].
table-received = يوم التوصل بكل ملف حسب مساره داخل المجلد returns. بدون تاريخ لا يعتبر الجواب داخل الأجل ولا متأخرا.
key-received = ملف ويومه:
table-rate = أسعار الصرف، فقرة لكل سعر. يحول كل مبلغ بسعر فترته.
key-rate-from = عملة الوحدة.
key-rate-to = عملة السعر.
key-rate-period = الفترة: "2026" أو "2026-S1" أو "2025-11-13/2026-11-12".
key-rate-rate = عدد وحدات العملة الثانية مقابل وحدة من الأولى، بين علامتي اقتباس.
key-rate-source = المصدر، ويطبع مع السعر.
table-stage-probability = احتمال كل مرحلة من مراحل التمويل، لاحتساب الحافظة المرجحة. المرحلة الغائبة تحتسب صفرا.
key-stage-probability = مرحلة واحتمالها:
table-lead-days = الأيام اللازمة بين دورة المجلس وإيداع الملف، حسب رمز الوحدة الترابية؛ "*" للباقي.
key-lead-days = وحدة ترابية وأيامها:
table-paper-days = عدد الأيام قبل آخر أجل التي يجب أن تكون فيها الوثيقة جاهزة، حسب رمز papers.csv؛ "*" للباقي. أما مقرر المجلس فيتبع الجدول أعلاه.
key-paper-days = وثيقة وأيامها:
table-limits = حدود الملف الواحد. كل ملف يتجاوز أحدها يُشار إليه وتتوقف قراءته عنده. في غياب هذا الجدول تعتمد هذه القيم.
key-limits-file-mib = حجم الملف بالميبيبايت (MiB).
key-limits-parts = عدد أجزاء المصنف، وهو ملف مضغوط zip.
key-limits-unpacked-mib = حجم المصنف بعد فك ضغطه بالميبيبايت.
key-limits-ratio = عدد المرات التي يمكن أن يتضاعف بها حجم جزء عند فك الضغط.
key-limits-sheets = عدد أوراق الملف.
key-limits-cells-million = عدد الخانات المملوءة في الملف بالملايين.
key-limits-text-mib = النصوص المشتركة بين أوراق المصنف بالميبيبايت.
key-limits-memory-mib = ذاكرة البرنامج المساعد الذي يقرأ ملفات xls بالميبيبايت.
key-limits-seconds = مدة قراءة الملف بالثواني.

holds-text = نص بين علامتي اقتباس
holds-names = الأسماء الثلاثة { "{" } fr = "…", ar = "…", en = "…" { "}" }
holds-date = يوم مثل 2026-11-12
holds-whole = عدد صحيح
holds-decimal = عدد بين علامتي اقتباس مثل "10.85"
holds-flag = true أو false
holds-texts = لائحة نصوص مثل ["fr", "ar"]
holds-all-or-texts = "all" أو لائحة رموز
holds-period = فترة مثل "2026" أو "2026-S1" أو "2025-11-13/2026-11-12"
holds-dates = أيام مثل 2026-12-01
holds-decimals = أعداد بين علامتي اقتباس
holds-wholes = أعداد صحيحة
holds-date-order = ‏`day-month` أو `month-day`
holds-yes-no = ‏true أو false

setup-toml = الملف ليس TOML سليما: { $detail }
setup-key-near = لا يوجد مفتاح باسم { $key }؛ هل تقصد { $nearest }؟
setup-key-unknown = لا يوجد مفتاح باسم { $key }؛ المفاتيح المعروفة هي { $known }
setup-key-absent = المفتاح { $key } غائب
setup-table = لا يتخذ { $key } الشكل المنتظر: جدول، أو جداول [[…]] بالنسبة إلى party و rate
setup-table-absent = الجدول [{ $key }] غائب
setup-value = قيمة المفتاح { $key } هي { $found }؛ والمنتظر { $expected }
setup-two-parties = يلزم جدولان [[party]]، واحد لكل جمعية؛ وُجد { $found }
setup-period = تبدأ الفترة يوم { $from } بعد نهايتها يوم { $to }
setup-language = اللغة { $found } غير معروفة؛ استعمل fr أو ar أو en
setup-too-many-files = { $found } ملف في المجلد، والحد الأقصى { $max }. وزعوا الأجوبة على عدة حملات
setup-list-absent = اللائحة غائبة
setup-list-line = السطر { $line }: { $detail }
setup-list-code = سطر بدون رمز
setup-call = { $code }: لا يمكن للعمود «{ $column }» أن يحتوي على «{ $detail }»
setup-indicator = المؤشر { $code }، العمود { $column }: { $detail }
