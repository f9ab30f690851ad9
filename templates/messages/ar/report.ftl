### كلمات التقارير.

# ما ينتظر المراجعة من الرسائل مسرود في ملف proofreading.txt.

## العنوان والغلاف وأسفل الصفحات

report-title = تقرير التقييم
report-running = تقرير التقييم · { $period }
report-running-of = تقرير التقييم · { $period } · { $subject }
report-foot = معطيات محصورة في { $date }
report-foot-notice = معطيات محصورة في { $date } · { $notice }
report-provisional = نسخة مؤقتة
report-final = نسخة نهائية
report-annex = ملحق
cover-kicker-territory = { $agreement } · بطاقة ترابية
cover-kicker-theme = { $agreement } · تقرير موضوعاتي
cover-span = { $from } – { $to }
cover-councils = { $councils } – { $country }
cover-active = نشاط واحد على الأقل ({ $count })
cover-quiet = لا نشاط معروف ({ $count })
cover-silent = دون إفادة ولا نشاط معروف ({ $count })
cover-alt = مربع لكل مجلس. المغرب: { $ma }. فرنسا: { $fr }.
cover-alt-side = { $active } بنشاط جار، { $quiet } دون نشاط معروف، { $silent } دون إفادة ولا نشاط معروف، من أصل { $listed }
cover-period = الفترة
cover-cutoff = تاريخ حصر المعطيات
cover-state = الحالة
cover-returns = الإفادات المتوصل بها
cover-returns-of = { $returned } من أصل { $expected } منتظرة

## القيم والوحدات

report-year = السنة { $year }
report-year-of = السنة { $year } من { $years }
report-years =
    { $years_n ->
        [zero] { $years } سنة
        [one] سنة واحدة
        [two] سنتان
        [few] { $years } سنوات
        [many] { $years } سنة
        *[other] { $years } سنة
    }
report-of = { $complete } من { $series }
report-of-whole = من { $whole }
report-counted = { $name }: { $count }
report-numbered = { $number } { $name }
report-named-code = { $name } ({ $code })
report-pair = { $first } – { $second }
report-two-lines =
    { $first }
    { $second }
report-median = الوسيط: { $median }
report-sentences = { $first } { $second }
sign-said = { $sign }: { $meaning }
report-joined = { $first } · { $second }
report-others =
    { $count_n ->
        [zero] { $count } آخرون
        [one] آخر واحد
        [two] آخران
        [few] { $count } آخرون
        [many] { $count } آخرون
        *[other] { $count } آخرون
    }
report-total = المجموع
report-whole = الكل
report-held = مستبعد
report-missing-short = غ.م.
report-refused-short = غ.ح.
report-value-missing = قيمة غير مصرح بها
report-no-return = دون إفادة
report-by-series = خاص بكل سلسلة
report-by-territory = حسب المجال الترابي
report-other-currency = عملة أخرى
report-campaign = الحملة
report-region-unknown = جهة غير مصرح بها
report-currency-mad = درهم
report-currency-eur = أورو
report-currency-usd = دولار
report-amount-units = { $number } { $currency }
report-amount-millions = { $number } مليون { $currency }
report-unit-units = { $currency }
report-unit-millions = مليون { $currency }
report-unit-up-to = إلى { $high }
report-interval-short = { $low } – { $high }
report-short-millions = { $number } م
report-paid = { $amount } مؤداة
report-converted = محول، { $currency }
report-rate = 1 { $from } = { $rate } { $to }
report-rate-source = سعر الصرف: { $rate } ({ $period }؛ { $source }).
report-code-unit = { $code } · { $unit }
report-code-unit-down = { $code } · { $unit }، هدف تنازلي
report-codes = المؤشرات: { $codes }.

## المصادر

report-source-returns = المصدر: إفادات المجالس.
report-source-declared = المصدر: إفادات المجالس؛ أعداد مصرح بها قد تتضمن تكرارا.
report-source-readings = المصدر: قراءات المؤشرات لدى المجالس؛ لكل سطر سلمه ابتداء من الصفر.
report-source-register = المصدر: سجل الإفادات.
report-source-funding = المصدر: طلبات التمويل المصرح بها من المجالس.
report-source-funders = المصدر: كل الطلبات المتتبعة عند حصر المعطيات، بما فيها السابقة للفترة.
report-source-funnel = المصدر: طلبات التمويل؛ يحتسب الطلب في كل مرحلة بلغها، ومبلغه في آخر مرحلة.
report-source-exchanges = المصدر: الزيارات والتبادلات المصرح بها من المجالس.
report-source-agreement = المصدر: اتفاقية الشراكة.
report-source-first = المصدر: إفادات المجالس؛ أول { $shown } مجالات ترابية، ويحتسب النشاط لدى كل مجال معني به.
report-source-themes = المصدر: إفادات المجالس؛ أول { $shown } محاور، ومحاور أخرى: { $count }.

## رؤوس الأعمدة

report-head-units = { $what }، { $currency }
report-head-millions = { $what }، مليون { $currency }
report-head-code = الرمز
report-head-activity = النشاط
report-head-activity-councils = النشاط والمجالس
report-head-activities = الأنشطة
report-head-started = المنطلقة
report-head-completed = المنجزة
report-head-budget = المبرمج
report-head-committed = الملتزم به
report-head-spent = المؤدى
report-head-in-kind = عيني
report-head-execution = نسبة الإنجاز
report-head-people = المستفيدون المباشرون
report-head-people-short = مستفيدون
report-head-women = النساء
report-head-women-share = نسبة النساء
report-head-reported = المصرح
report-head-theme = المحور
report-head-theme-short = محور
report-head-status = الحالة
report-head-territory = المجال الترابي
report-head-territories = المجالات الترابية
report-head-region = الجهة
report-head-pair = المجالس
report-head-third-country = بلد ثالث
report-head-currency = العملة
report-head-currency-name = العملة الأصلية
report-head-indicator = المؤشر
report-head-baseline = المرجع
report-head-target = المستهدف
report-head-actual = المحقق
report-head-attainment = نسبة البلوغ
report-head-series = السلاسل
report-head-term = العنصر
report-head-value = القيمة
report-head-party = الجمعية
report-head-contact-point = نقطة الاتصال
report-head-councils = المجالس
report-head-side = المجالس
report-head-declared = المعلنة
report-head-expected = إفادات منتظرة
report-head-returned = إفادات واردة
report-head-active = النشيطة
report-head-silent = دون إفادة
report-head-amount = المبلغ
report-head-requested = المطلوب
report-head-awarded = الممنوح
report-head-signed = الموقع
report-head-received = المحصل
report-head-pending = قيد الدرس
report-head-to-find = الخصاص
report-head-standing = المطلوب
report-head-stage = المرحلة
report-head-applications = الطلبات
report-head-deadline = آخر أجل
report-head-call = طلب المشاريع
report-head-funder = الجهة الممولة
report-head-days = الأيام
report-head-date = التاريخ
report-head-subject = الموضوع
report-head-direction = الاتجاه
report-head-participants = المشاركون
report-head-severity = الخطورة
report-head-meaning = المعنى
report-head-codes = الرموز
report-head-count = العدد
report-head-file = الملف
report-head-sheet = الورقة
report-head-cell = الخلية
report-head-what = الملاحظة والمعالجة
report-head-return = الإفادة
report-head-cells-read = خلايا مقروءة
report-head-cells-valid = خلايا سليمة
report-head-name-definition = التسمية والتعريف
report-head-result = النتيجة
report-head-rate = سعر الصرف
report-head-period = الفترة
report-head-source = المصدر
report-head-level = المستوى
report-head-subject-decisions = الموضوع والقرارات
report-head-practice = الممارسة
report-head-state = الحالة
report-head-criterion = المعيار
report-head-rating = التقدير
report-head-evidence = عناصر الإثبات
report-head-commitment = الالتزام
report-head-evidence-figures = عناصر الإثبات والأرقام
report-head-recommendation = التوصية
report-head-addressee-owner = الجهة المعنية والمسؤول
report-head-due = الأجل
report-head-risk-mitigation = الخطر وتدبير التخفيف
report-head-probability = الاحتمال
report-head-impact = الأثر
report-head-owner = المسؤول
report-head-pole = القطب
report-head-sign = الإشارة
report-head-glossary-term = المصطلح

## رفض الاحتساب

refusal-mixed-accumulation = خلط قيم سنوية وتراكمية
refusal-no-rate = دون سعر صرف: { $currencies }
refusal-context = سياق، حسب المجال الترابي
refusal-no-total = حسب المجال الترابي
refusal-no-parts = هدف خاص بكل سلسلة
refusal-no-distance = الهدف يساوي المرجع
refusal-overlap = احتمال احتساب مكرر
refusal-incomplete = غياب المرجع أو الهدف أو القيمة

## الأرقام الأساسية

chapter-key-figures = أهم النتائج
key-kicker = خلاصة تركيبية · { $period }
key-lead = { $activities } مع { $ma } من العمالات والأقاليم المغربية و{ $fr } من الأقاليم الفرنسية. { $silence }
key-lead-short = { $activities } خلال الفترة. { $silence }
key-silence-none = وردت كل الإفادات المنتظرة.
key-silence =
    { $councils_n ->
        [zero] لم يتأخر أي مجلس عن الجواب.
        [one] لم يجب بعد مجلس واحد.
        [two] لم يجب بعد مجلسان.
        [few] لم تجب بعد { $councils } مجالس.
        [many] لم يجب بعد { $councils } مجلسا.
        *[other] لم يجب بعد { $councils } مجلس.
    }
tile-activities = الأنشطة المحصاة
tile-started = المنطلقة
tile-completed = المنجزة
tile-planned = المبرمجة
tile-people-expected = المتوقع
tile-councils-ma = العمالات والأقاليم
tile-councils-fr = الأقاليم الفرنسية
tile-expected = منتظرة
tile-returned = واردة
tile-silent = دون إفادة
tile-people = المستفيدون المباشرون
tile-people-planned = المستفيدون المتوقعون
tile-reported = المصرح
tile-women-share = نسبة النساء
tile-women = النساء
tile-men = الرجال
tile-sex-unknown = آخرون أو جنس غير محدد
tile-youth = الشباب
tile-budget = الميزانية المبرمجة
tile-disbursed = المبلغ المؤدى
tile-execution = نسبة الإنجاز
tile-in-kind = المساهمات العينية
tile-awarded = التمويلات الممنوحة
tile-requested = المطلوب
tile-signed = الموقع
tile-received = المحصل
tile-targets = مؤشرات بلغت هدفها
tile-near = 75% فأكثر
tile-low = أقل من 50%
tile-pairs = الثنائيات النشيطة
tile-applications = طلبات التمويل
tile-pending = في انتظار القرار
tile-days-to-decision = الأجل الوسيط للقرار
tile-success-number = نسبة القبول بالعدد
tile-success-amount = نسبة القبول بالمبلغ
tile-won = المقبولة
tile-decided = المبتوت فيها
tile-missions = الزيارات والتبادلات
tile-reciprocity = المعاملة بالمثل
tile-days = المدة الإجمالية
tile-participants = المشاركون
tile-cells-read = الخلايا المقروءة
tile-cells-used = الخلايا المستعملة
tile-cells-ignored = الخلايا المتروكة
tile-cells-held = خلايا استبعدها خطأ
chart-returns = الإفادات المنتظرة: { $councils }، ورد منها { $rate }
returns-on-time = داخل الأجل
returns-late = متأخرة
returns-undated = واردة دون تاريخ
returns-silent = دون إفادة
claim-reach = تجمع الشبكة { $pairs }
claim-reach-body = عدد العمالات والأقاليم التي لها نشاط منطلق: { $ma }. عدد الثنائيات التي تنجز ثلاثة أنشطة فأكثر: { $busy }.
claim-spending = بلغت النفقات { $rate } من الميزانية
claim-spending-behind = تتأخر النفقات عند { $rate } من الميزانية
claim-spending-body = أديت { $paid } من أصل { $budget } في الأنشطة التي صرحت بالمبلغين معا؛ وانقضت { $elapsed } من مدة الاتفاقية.
claim-progress =
    { $reached_n ->
        [zero] لم يبلغ أي مؤشر من { $all } هدفه
        [one] بلغ مؤشر واحد من { $all } هدفه
        [two] بلغ مؤشران من { $all } هدفهما
        [few] بلغت { $reached } مؤشرات من { $all } هدفها
        [many] بلغ { $reached } مؤشرا من { $all } هدفه
        *[other] بلغ { $reached } مؤشر من { $all } هدفه
    }
claim-progress-body = عدد المؤشرات التي لم تقطع نصف المسافة بين المرجع والهدف: { $low }.
claim-success =
    { $won_n ->
        [zero] لم يقبل أي طلب من { $decided } مبتوت فيها
        [one] قبل طلب واحد من { $decided } مبتوت فيها
        [two] قبل طلبان من { $decided } مبتوت فيها
        [few] قبلت { $won } طلبات من { $decided } مبتوت فيها
        [many] قبل { $won } طلبا من { $decided } مبتوت فيها
        *[other] قبل { $won } طلب من { $decided } مبتوت فيها
    }
claim-success-body = في انتظار القرار: { $pending }.
claim-absence =
    { $councils_n ->
        [zero] أجابت كل المجالس
        [one] لم يجب مجلس واحد
        [two] لم يجب مجلسان
        [few] لم تجب { $councils } مجالس
        [many] لم يجب { $councils } مجلسا
        *[other] لم يجب { $councils } مجلس
    }
claim-absence-body = من أصل { $expected } منتظرة. لا تقدر معطياتها ولا تحتسب صفرا.
claim-absence-matrix = لا تظهر هذه المجالس هنا إلا إذا ذكرها شريك. لا تقدر أي قيمة.

## الاتفاقية

chapter-agreement = الاتفاقية وتتبعها
agreement-lead = الاتفاقية في سنتها { $year } من { $years }، وينتهي أجلها في { $date }.
agreement-signed = التوقيع
agreement-years = المدة
agreement-renewal = التجديد
agreement-tacit = ضمني
agreement-express = بقرار صريح
agreement-year = السنة عند حصر المعطيات
agreement-term = رتبة المدة منذ التوقيع
agreement-end = نهاية المدة
agreement-left = المتبقي
agreement-period = الفترة موضوع التقييم
agreement-due = آخر أجل للإفادات
side-ma = عمالات وأقاليم المغرب
side-fr = أقاليم فرنسا
grid-terms = بنود الاتفاقية
grid-parties = الجمعيتان
grid-coverage = المشاركون في الاتفاقية
note-reference-date = الأيام محسوبة إلى غاية { $date }.
note-coverage = نشيط: له نشاط منطلق خلال الفترة حسب إفادته أو إفادة شريك. دون إفادة: إفادة منتظرة لم ترد. المؤشرات: X10-ma، X10-fr، X13-returned.
note-list = تعلن الجمعية { $declared } من المجالس الفرنسية، وتسمي اللائحة المرجعية { $listed } منها.
panel-renewal = تجديد ينبغي إعداده
panel-renewal-tacit = تنتهي مدة الاتفاقية في { $date }، أي بعد { $days_n ->
        [two] يومين
       *[other] { $days }
    }. وتتجدد ضمنيا.
panel-renewal-express = تنتهي مدة الاتفاقية في { $date }، أي بعد { $days_n ->
        [two] يومين
       *[other] { $days }
    }. ويتطلب تجديدها قرارا.
chart-timeline = تمتد الاتفاقية إلى { $date }: يتبقى { $days }
timeline-signed = التوقيع
timeline-renewed = التجديد
timeline-now = التاريخ المرجعي
timeline-notice = سنة قبل نهاية المدة
timeline-end = نهاية المدة
timeline-end-tacit = نهاية المدة، تجديد ضمني
timeline-alt = { $label }: { $date }

## حافظة الأنشطة

chapter-portfolio = حافظة الأنشطة
portfolio-kicker = حسب المحور والحالة والمجال الترابي
portfolio-lead = { $activities } خلال الفترة؛ المنطلقة: { $started }، ومنها المنجزة: { $completed }.
chart-most-activities = { $name }: أكبر عدد من الأنشطة، { $count } من { $total }
chart-activities = عدد الأنشطة، من أصل { $total }
grid-by-theme = حسب المحور
grid-by-status = حسب حالة التقدم
grid-by-territory = حسب المجال الترابي
note-overlapping = يحتسب النشاط كاملا في كل سطر يعنيه ومرة واحدة في الكل: لا تجمع السطور.
note-people-bounds = الأشخاص: مجال بين حدين حين لا يستبعد التكرار؛ لا تجمع السطور.
note-no-return = دون إفادة: لا يعرف شيء، وليس ذلك صفرا.

## الشركاء

chapter-partners = من يتعاون مع من
partners-kicker = ثنائيات المجالس
partners-lead = { $pairs } تجمع { $ma } من مجالس المغرب و{ $fr } من مجالس فرنسا.
matrix-by-region = عدد الأنشطة حسب الجهة المغربية والإقليم الفرنسي
matrix-by-territory = عدد الأنشطة حسب العمالة أو الإقليم والإقليم الفرنسي
note-matrix = يحتسب النشاط مرة لكل ثنائي يعنيه: يتجاوز المجموع عدد الأنشطة إذا جمع نشاط أكثر من مجلسين.
claim-pairs = { $pairs } قيد العمل
claim-pairs-body = عدد ما ينجز منها ثلاثة أنشطة فأكثر: { $busy }. يجمع الثنائي مجلسا مغربيا ومجلسا فرنسيا.
claim-first-council = { $name }: أكبر شريك للمغرب
claim-first-council-body = أنشطة الثنائيات: { $count }؛ مجالس مغربية شريكة: { $partners }.

## النتائج

chapter-results = النتائج حسب المحور
results-kicker = المرجع والهدف والقيمة المحققة
results-lead = المؤشرات المقروءة: { $indicators }؛ القابلة للمقارنة بهدف: { $compared }؛ البالغة هدفها: { $reached }.
results-other = مؤشرات أخرى
chapter-stated = مؤشرات خاصة بالردود
stated-kicker = خارج قائمة المؤشرات
stated-lead = المؤشرات المصرح بها خارج القائمة: { $indicators }؛ منها ما له هدف وقيمة محققة: { $complete }.
grid-stated = القيم كما صرح بها
note-stated = هذه المؤشرات غير واردة في القائمة: تطبع قيمها ولا تجمع أبدا.
grid-results = القيم ونسب البلوغ
chart-results =
    { $compared_n ->
        [one]
            { $reached_n ->
                [zero] لم يبلغ المؤشر الوحيد القابل للمقارنة هدفه
                *[other] بلغ المؤشر الوحيد القابل للمقارنة هدفه
            }
        *[other]
            { $reached_n ->
                [zero] لم يبلغ أي مؤشر من { $compared } قابلة للمقارنة هدفه
                [one] بلغ مؤشر واحد من { $compared } قابلة للمقارنة هدفه
                [two] بلغ مؤشران من { $compared } قابلة للمقارنة هدفهما
                [few] بلغت { $reached } مؤشرات من { $compared } قابلة للمقارنة هدفها
                [many] بلغ { $reached } مؤشرا من { $compared } قابلة للمقارنة هدفه
                *[other] بلغ { $reached } مؤشر من { $compared } قابلة للمقارنة هدفه
            }
    }
chart-results-none = لا يقارن أي من هذه المؤشرات بهدف بعد
results-no-common-target = دون هدف مشترك
results-no-target = المرجع أو الهدف غير مصرح به
chart-results-alt = { $name }: المرجع { $baseline }، المحقق { $actual }، المستهدف { $target }
note-attainment = نسبة البلوغ: (المحقق − المرجع) / (الهدف − المرجع)، على السلاسل التي لها القيم الثلاث؛ وليست أبدا متوسط نسب.
note-series = السلاسل: عدد السلاسل التامة من أصل المقروءة. السلسلة مؤشر واحد لنشاط أو مجال ترابي.

## الأقطاب الترابية

poles-kicker = الدعم الخاص الوارد في الاتفاقية
poles-lead = { $activities } لإحداث الأقطاب؛ المنطلقة: { $started }.
grid-poles = الأنشطة
grid-pole-results = المؤشرات
note-amounts-original = المبالغ بالعملة المصرح بها.

## المستفيدون

chapter-beneficiaries = المستفيدون
beneficiaries-kicker = الأشخاص المستفيدون دون تكرار
beneficiaries-lead = المستفيدون المباشرون من الأنشطة: { $people }.
beneficiaries-lead-bounds = { $people } من المستفيدين المباشرين، حسب استبعاد التكرار أو عدمه.
beneficiaries-lead-none = لم يصرح أي نشاط بعد بعدد المستفيدين؛ لا تعرف إلا التوقعات.
section-bounds = لماذا مجال بين حدين
beneficiaries-bounds = قد يستفيد الشخص نفسه من عدة أنشطة في المجال الترابي نفسه. يحتفظ الحد الأدنى بأوسع نشاط في كل مجال، ويجمع الحد الأعلى كل الأنشطة. ويقع العدد الصحيح بينهما. وإذا تساوى الحدان طبع عدد واحد.
chart-women = النساء { $rate } من مستفيدي الأنشطة التي تصرح بعدد النساء
grid-people-by-theme = حسب المحور
note-women-share = نسبة النساء: حاصل قسمة مجموعين، على الأنشطة التي تصرح بعدد النساء؛ ولا يوزع الباقون أبدا.
panel-missing = ما ينقص
panel-people-missing = الخانات التي بقيت فارغة: { $missing } من { $asked }. لا تقدر هذه القيم ولا تحتسب صفرا.
panel-missing-never-zero = لا تقرأ القيمة الغائبة صفرا أبدا.

## المالية

chapter-finance = المالية
finance-kicker = المبرمج والمؤدى والمساهمات العينية
finance-lead = أديت { $paid } من أصل { $budget } مبرمجة، أي { $rate }، في الأنشطة التي صرحت بالمبلغين معا.
finance-lead-none = لم يصرح أي نشاط بالميزانية والأداء معا: لا يمكن احتساب نسبة الإنجاز.
chart-payments = { $name }: أكبر المبالغ المؤداة؛ المبالغ ب{ $unit }
grid-by-currency = حسب العملة
grid-money-by-theme = حسب المحور
note-conversion = يحفظ كل مبلغ بعملته؛ ويحول سطرا سطرا بسعر فترته، أو بسعر تاريخ حصر المعطيات إذا كان السطر دون تاريخ.
note-execution = نسبة الإنجاز: المؤدى على المبرمج في الأنشطة التي صرحت بهما معا. لا تدخل فيها المساهمات العينية.
grid-by-goal = الميزانية حسب أهداف التنمية المستدامة
report-head-goal = الهدف
report-goal = { $code }. { $name }
report-goals-whole = الأنشطة التي تذكر هدفا
note-goals-weighted = توزع الميزانية حسب الأوزان المصرح بها للغايات؛ وتجمع الميزانيات. ويحتسب النشاط في سطر كل هدف من أهدافه.
note-goals-overlapping = توزع الميزانية حسب الأوزان المصرح بها للغايات؛ ودون أوزان تحتسب كاملة في كل هدف: لا تجمع السطور.

## البحث عن تمويلات

chapter-funding = البحث عن تمويلات
funding-kicker = مقاربة مشتركة بين الجمعيتين
funding-lead = { $applications }، قبل منها { $won } من أصل { $decided } مبتوت فيها. الآجال التي تحل خلال 90 يوما: { $ahead }.
funding-lead-undecided = { $applications }، لم يبت في أي منها بعد. الآجال التي تحل خلال 90 يوما: { $ahead }.
chart-funnel =
    { $selected_n ->
        [zero] إلى تاريخ حصر المعطيات، لم يقبل أي طلب من { $all }
        [one] إلى تاريخ حصر المعطيات، من أصل { $all } قبل طلب واحد
        [two] إلى تاريخ حصر المعطيات، من أصل { $all } قبل طلبان
        [few] إلى تاريخ حصر المعطيات، من أصل { $all } قبلت { $selected } طلبات
        [many] إلى تاريخ حصر المعطيات، من أصل { $all } قبل { $selected } طلبا
        *[other] إلى تاريخ حصر المعطيات، من أصل { $all } قبل { $selected } طلب
    }
chart-funders = منح { $awarded } من أصل { $requested } مطلوبة؛ حسب الجهة الممولة، ب{ $unit }
chart-funders-alt = { $name }: المطلوب { $requested }، الممنوح { $awarded }، قيد الدرس { $pending }، المتبقي { $lacking }
legend-awarded = ممنوح
legend-pending = قيد الدرس
legend-to-find = غير ممنوح، خصاص
grid-funding-amounts = المبالغ المطلوبة والممنوحة والموقعة والمحصلة
grid-stages = وضعية الطلبات
grid-deadlines = الآجال
note-funding-dates = أربعة مجاميع مستقلة: المبلغ المطلوب ليس مكتسبا، والمبلغ الموقع مكتسب.
note-stages = كل الطلبات المتتبعة إلى تاريخ حصر المعطيات، بما فيها السابقة للفترة. نسب القبول: على الطلبات المبتوت فيها وحدها؛ لا تدخل الطلبات المعلقة والمسحوبة.
note-deadlines = الأيام محسوبة إلى غاية { $date }؛ ويدل العدد السالب على أجل انقضى دون إيداع.
note-deadlines-more = آجال أخرى في المصنف: { $count }.

## شمال-جنوب

chapter-north-south = التعاون شمال-جنوب
north-south-kicker = أنشطة مع بلد ثالث
north-south-lead = { $activities }؛ البلدان الثالثة: { $countries }؛ المنطلقة: { $started }.
grid-north-south = الأنشطة

## التبادلات

chapter-exchanges = التبادلات والمعاملة بالمثل
exchanges-kicker = الزيارات والمساهمات التقنية
exchanges-lead = { $missions }: { $south } من فرنسا إلى المغرب و{ $north } من المغرب إلى فرنسا.
chart-directions = التبادلات: { $south } من فرنسا إلى المغرب، { $north } من المغرب إلى فرنسا، { $both } في الاتجاهين
grid-exchanges = التبادلات

## التشاور والممارسات الجيدة والتقييم والالتزامات والمخاطر والتوصيات

chapter-consultations = التشاور
consultations-kicker = اجتماعات الشريكين
consultations-lead = المنعقد: { $held }؛ المبرمج: { $planned }.
chapter-practices = الممارسات الجيدة
practices-kicker = ما تتناقله المجالس
practices-lead = الموثق: { $documented }؛ المنقول: { $transferred }؛ المستنسخ في مجالات أخرى: { $replicated }.
chapter-judgement = التقييم حسب المعايير الستة للجنة المساعدة الإنمائية
judgement-kicker = ما قدره المقيمون، مع إثباتاتهم
judgement-lead = عدد التقديرات: { $ratings }، موضوعها { $activities }.
grid-ratings = عدد التقديرات حسب المعيار والمستوى
grid-rating-list = التقديرات وإثباتاتها
note-ratings = المستوى حكم وليس قياسا: يعد ولا يحسب له متوسط.
rating-programme = البرنامج
chapter-commitments = التزامات الاتفاقية
commitments-kicker = مآل كل التزام حسب الإرجاعات
commitments-lead = عدد الالتزامات: { $all }؛ وتتحدث الإرجاعات عن { $told } منها.
grid-commitments = حالة كل التزام
commitment-signed = موقعة في { $date }
note-commitments = العدد الذي يلي الحالة هو عدد الإرجاعات التي تصرح بها؛ وإذا اختلفت فلا ترجح أي منها. أما بنود الاتفاقية فتقرأ في الاتفاقية نفسها.
chapter-risks = المخاطر
risks-kicker = السجل، من الأخطر إلى الأقل خطورة
risks-lead = عدد المخاطر المصرح بها: { $all }؛ منها الخطيرة: { $grave }.
note-risks = يعد الخطر خطيرا إذا كان احتماله وأثره مرتفعين أو أكثر.
chapter-recommendations = التوصيات
recommendations-kicker = من يقوم بماذا، وفي أي أجل
recommendations-lead = عدد التوصيات: { $all }؛ المفتوحة: { $open }، منها المتأخرة: { $late }. نسبة المنفذ مما حل أجله: { $rate }.
note-recommendations = يشار إلى كل أجل انقضى لتوصية ما زالت مفتوحة.
grid-milestones = المرحلة التي بلغها كل قطب

## البطاقة الترابية وغياب الإفادة

territory-kicker = بطاقة ترابية · جهة { $region }
territory-kicker-plain = بطاقة ترابية
territory-lead = { $activities } مع { $partners_n ->
        [one] مجلس واحد
        [two] مجلسين
       *[other] { $partners }
    } من البلد الشريك.
territory-lead-none = وردت الإفادة، ولم تصرح بأي نشاط خلال الفترة.
fact-population = الساكنة
fact-population-of = { $people } (إحصاء { $year })
fact-partners = المجالس الشريكة
fact-none = لا شيء
fact-return = الإفادة
fact-cells = الخلايا السليمة
fact-period = الفترة
fact-region = الجهة
return-on-time = { $date }، داخل الأجل
return-late = { $date }، متأخرة
return-undated = واردة دون تاريخ
return-not-asked = غير مطلوبة
grid-activities = الأنشطة
note-rate-cutoff = المبالغ المؤداة محولة بسعر تاريخ حصر المعطيات.
gap-return = لم ترد إفادة هذا المجلس: الأرقام مستقاة من إفادات شركائه.
gap-people = مستفيدون غير مصرح بهم: { $activities }.
gap-spent = مبالغ مؤداة غير مصرح بها: { $activities }.
gap-and-others = { $activities } وغيرها ({ $count })
gap-women = نسبة النساء غير مصرح بها.
gap-provisional = استبعدت خلايا بها أخطاء من الأرقام أو احتسبت بتحفظ، ويسمي الملحق ما يخص هذه الوثيقة منها.
silence-title = لم ترد أي إفادة
silence-lead = لم ترد أي إفادة من { $territory } عن هذه الفترة، ولم يصرح أي شريك بنشاط به.
silence-body = كانت إفادة منتظرة في { $date }. لا يعرف شيء إلى اليوم: لا تقدر أي قيمة ولا تحتسب صفرا.
silence-expected-by = الإفادة منتظرة في
silence-period = الفترة
silence-cutoff = تاريخ حصر المعطيات
silence-meaning = ما معنى ذلك
silence-meaning-body = غياب الإفادة لا يدل على شيء من عمل المجلس. يرد هذا المجال في التقرير العام بعبارة «دون إفادة»، ولا يدخل في أي مجموع ولا في أي نسبة غير نسبة الإفادات.
silence-next = كيف تستكمل
silence-next-body = يمكن إرسال الاستمارة بعد ملئها، أو جدول خاص بالمجلس، إلى الجمعية. وتظهر أرقام هذا المجال في الإصدار الموالي.

## تقرير محور

theme-kicker = المحور { $order } من { $all } · { $facts }
theme-lead = { $activities }؛ المنطلقة: { $started }. المؤشرات البالغة هدفها: { $reached } من { $compared } قابلة للمقارنة.
theme-lead-no-target = { $activities }؛ المنطلقة: { $started }. لا يقارن أي مؤشر بهدف بعد.
theme-lead-none = لم يصرح بأي نشاط في هذا المحور خلال الفترة.
grid-largest = أكبر الميزانيات
note-largest-order = مرتبة حسب الميزانيات المحولة بسعر تاريخ حصر المعطيات.
gap-theme-people = أنشطة لم يصرح بمستفيديها: { $missing } من { $asked }.
gap-theme-targets = مؤشرات لا تقارن بهدف: { $codes }.
gap-theme-readings = لم ترد أي قراءة لمؤشرات هذا المحور.

## الملاحق: الأنشطة والجودة والمنهجية

chapter-activities = الأنشطة
activities-kicker = ملحق · { $activities }
activities-lead = كل سطر مأخوذ من إفادة مجلس كما صرح به.
note-cut-largest = الأنشطة ذات أكبر الميزانيات: { $shown } من أصل { $all }؛ وتوجد البقية في المصنف، أو في الملفات المتوصل بها إذا تجاوزت ما يسعه.
note-theme-key = المحاور: { $themes }.
note-undated = دون تاريخ، تحتسب في الاتفاقية كلها فقط: { $activities }.
chapter-left-out = ما استبعد
left-out-lead = عدد الأخطاء التي أبقت خلايا أو سطورا خارج الأرقام أو جعلتها محتسبة بتحفظ: { $findings }.
grid-left-out = خلايا وسطور مستبعدة أو محتسبة بتحفظ
note-cut-first = أول { $shown } من السطور البالغ عددها { $all }؛ وتوجد البقية في المصنف، أو في الملفات المتوصل بها إذا تجاوزت ما يسعه.
note-left-out = إذا صححت في الملف الأصلي دخلت هذه القيم دون تحفظ في الإصدار الموالي.
chapter-quality = جودة المعطيات واكتمالها
quality-lead = ورد { $returned } من أصل { $expected } إفادات منتظرة؛ عدد الأخطاء التي أبعدت قيما أو جعلتها محتسبة بتحفظ: { $errors }.
note-cells = كل خلية غير فارغة إما مستعملة، أو متروكة لسبب مذكور، أو مستبعدة بسبب خطأ؛ ومجموع الأعداد الثلاثة هو عدد الخلايا المقروءة.
grid-findings = ملاحظات القراءة
quality-error = خطأ
quality-error-meaning = خلية أو سطر خارج الأرقام أو محتسب بتحفظ
quality-warning = تنبيه
quality-warning-meaning = القيمة مفهومة ومستعملة؛ ويحسن التحقق منها
quality-notice = إشعار
quality-notice-meaning = لا إجراء مطلوب: ما ترك وسبب تركه
note-findings = يقدم ملف الملاحظات كل رمز وخليته ومعالجته.
section-silent = المجالس دون إفادة
silent-ma = المغرب ({ $count }): { $names }.
silent-fr = فرنسا ({ $count }): { $names }.
grid-returns = الإفادات الواردة
chapter-method = المؤشرات والمنهجية
method-lead = الفترة: { $period }؛ معطيات محصورة في { $date }. لكل رقم رمز يعرف به هنا.
grid-indicators = المؤشرات
note-reported = المصرح: السطور التي تقدم القيمة من أصل السطور المعنية.
note-only-reported = لا ترد هنا إلا المؤشرات التي لها قيمة في هذه الوثيقة؛ ويعرفها التقرير العام كلها.
note-only-cited = لا ترد هنا إلا المؤشرات التي تذكرها هذه الوثيقة؛ ويعرف المصنف والتقرير العام بقيتها.
note-provisional = النتائج المعلمة تستبعد خلية أو سطرا بسبب خطأ أو تحتسبه بتحفظ.
grid-rates = أسعار الصرف
note-report-currency = عملة التقرير: { $currency }. يستعمل السعر أيضا في الاتجاه المعاكس بمقلوبه.
section-rules = قواعد الاحتساب
rule-period = ينتمي النشاط إلى الفترة التي يتقاطع معها؛ ويحتسب المبلغ أو التبادل بتاريخه. وتاريخ حصر المعطيات هو الأسبق من نهاية الفترة والتاريخ المرجعي.
rule-full-count = يحتسب النشاط كاملا لكل مجال ترابي ومحور يعنيه، ومرة في الثنائي، ومرة في المجاميع.
rule-people = لا يجمع الأشخاص بين نشاط وآخر دون دليل على اختلافهم: يعبر المجال بين حدين عن المعلوم.
rule-ratio = النسبة الإجمالية حاصل قسمة مجموعين، وليست أبدا متوسط نسب.
rule-money = يحفظ المبلغ بعملته الأصلية. ودون سعر صرف يرفض المجموع المحول وتبقى المجاميع حسب العملة.
rule-missing = غير مصرح به وغير معني وصفر ثلاثة أجوبة مختلفة، من القراءة إلى الطباعة.
rule-attainment = تقارن نسبة البلوغ المسافة المقطوعة بالمسافة المبرمجة انطلاقا من المرجع، وتصح أيضا للهدف التنازلي. ولا معنى لها إذا ساوى الهدف المرجع.
grid-signs = كيف تقرأ القيمة
sign-missing = لم يجب المجلس عن هذا السؤال؛ ولا تدخل القيمة في أي مجموع.
sign-missing-short = غير مصرح به، حيث تضيق المساحة.
sign-refused-short = غير محتسب: ينقص سعر صرف، أو لا تكون السلاسل كلا واحدا؛ ويبين الفصل السبب.
sign-zero = صرح المجلس بالصفر.
sign-not-applicable = السؤال لا يعني هذه الحالة.
sign-held = أبقى خطأ القيمة خارج الأرقام؛ ويسميها ملحق الجودة.
sign-no-return = كانت إفادة منتظرة ولم ترد.
sign-provisional = خطأ واحد على الأقل يمس رقما في هذه الوثيقة.

## معجم المصطلحات

chapter-glossary = معجم المصطلحات
glossary-lead = ألفاظ هذا التقرير بالمعنى الذي يستعملها به.
glossary-activity = نشاط
glossary-activity-meaning = مشروع أو تبادل أو زيارة عمل أو تظاهرة يصرح بها مجلس في سطر من إفادته.
glossary-pair = ثنائي
glossary-pair-meaning = مجلس مغربي ومجلس فرنسي ينجزان نشاطا معا.
glossary-direct = مستفيد مباشر
glossary-direct-meaning = شخص يصل إليه النشاط نفسه إلى غاية تاريخ حصر المعطيات.
glossary-interval = مجال بين حدين
glossary-interval-meaning = أصغر وأكبر عدد من الأشخاص تسمح به الإفادات، باستبعاد التكرار أو دونه.
glossary-budget = الميزانية المبرمجة
glossary-budget-meaning = المبلغ الذي يعتزم الشركاء صرفه، دون المساهمات العينية.
glossary-disbursed = المبلغ المؤدى
glossary-disbursed-meaning = المبلغ المؤدى فعلا إلى غاية تاريخ حصر المعطيات.
glossary-in-kind = مساهمة عينية
glossary-in-kind-meaning = وقت أو تجهيزات أو مقرات موضوعة رهن الإشارة، مقومة نقدا ومعزولة في الحساب.
glossary-execution = نسبة الإنجاز
glossary-execution-meaning = المؤدى مقسوما على الميزانية في الأنشطة التي صرحت بهما.
glossary-secured = تمويل مكتسب
glossary-secured-meaning = مبلغ وقعت اتفاقيته.
glossary-success = نسبة القبول
glossary-success-meaning = الطلبات المقبولة مقسومة على الطلبات المبتوت فيها، بالعدد أو بالمبلغ.
glossary-baseline = القيمة المرجعية
glossary-baseline-meaning = قيمة المؤشر قبل النشاط أو عند بداية القياس.
glossary-attainment = نسبة البلوغ
glossary-attainment-meaning = الجزء المقطوع من المسافة بين القيمة المرجعية والهدف.
glossary-context = مؤشر سياق
glossary-context-meaning = معطى عمومي يصف مجالا ترابيا؛ لا يجمع ولا ينسب أبدا إلى التعاون.
glossary-pole = قطب ترابي
glossary-pole-meaning = مجموعة مجالات ترابية تتقاسم خدمات أو تجهيزات، وتنص الاتفاقية على دعم إحداثها.
glossary-north-south = نشاط شمال-جنوب
glossary-north-south-meaning = نشاط ينجز مع بلد ثالث، ولا سيما من الدول الفرانكفونية.
glossary-cutoff = تاريخ حصر المعطيات
glossary-cutoff-meaning = اليوم الذي لا يحتسب بعده شيء.
glossary-return = إفادة
glossary-return-meaning = ملف أو ملفات يملؤها المجلس ويرسلها عن الفترة.
