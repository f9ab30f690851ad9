# البحث عن التمويل: الحاجيات، قواعد طلبات المشاريع، الآجال، اليومية، الطلبات الملائمة.

## الحاجيات

section-needs = ما تبقى للتمويل
needs-said = الخصاص { $gap }، أو { $after } بعد احتساب الطلبات الجارية حسب احتمالها؛ عدد المشاريع: { $projects }.
grid-needs = الحاجيات حسب المشروع
grid-needs-pairs = الحاجيات حسب زوج المجالس
grid-needs-themes = الحاجيات حسب المجال
needs-head-project = المشروع
needs-head-projects = المشاريع
needs-head-cost = الكلفة
needs-head-secured = الموقع
needs-head-own = المساهمة الذاتية
needs-head-gap = الخصاص
needs-head-expected = المحتمل
needs-head-after = الخصاص بعد المحتمل
needs-all = عدد المشاريع: { $count }
needs-whole = المجموع، كل مشروع مرة واحدة
needs-unknown = يتعين تحديده
needs-no-rate = سعر الصرف غير متوفر
needs-no-activity = دون نشاط معروف ({ $funder })
needs-more-activities = { $title } (وأنشطة أخرى: { $count })
note-needs = الخصاص: الكلفة ناقص المبالغ الموقعة ناقص المساهمة الذاتية (نقدا وعينا). الكلفة هي الميزانية المبرمجة، دون المساهمات العينية التي يصرح بها النشاط على حدة. الأنشطة التي يمولها طلب واحد تشكل مشروعا واحدا. كل عمود يجمع المشاريع المصرحة به.
note-needs-expected = المحتمل: المبالغ المطلوبة في الطلبات غير المبتوت فيها مضروبة في احتمال مرحلتها.
note-needs-more = مشاريع أخرى في المصنف، يشملها المجموع: { $count }.
note-needs-cost-unknown = مشاريع كلفتها غير مصرح بها ولا يدخل خصاصها في أي مجموع: { $count }.
note-needs-cost-applied = مشاريع دون ميزانية مصرح بها، كلفتها أكبر كلفة إجمالية في طلباتها: { $count }.
note-needs-unsigned = اتفاقيات موقعة لا تذكر مبلغها، ويبقى خصاص مشاريعها غير محدد: { $count }.
note-needs-own-unknown = مشاريع مساهمتها الذاتية غير مصرح بها، وقد يكون خصاصها أقل: { $count }.
note-needs-unpriced = طلبات غير مبتوت فيها لا تذكر مبلغها ولا يحتسبها المحتمل: { $count }.
note-needs-surplus = مشاريع لها أكثر من كلفتها، وفائضها المحسوب سالبا لا يغطي خصاص غيرها: { $count }.
note-needs-pairs-overlap = يحتسب المشروع كاملا في كل زوج من أزواج مجالسه: لا تجمع الأسطر.
note-needs-themes-overlap = يحتسب المشروع كاملا في كل مجال من مجالاته: لا تجمع الأسطر.
note-needs-pairs-more = أزواج أخرى في المصنف: { $count }.
note-needs-without-pair = مشاريع لا تدخل في أي زوج، لأن مجالسها من بلد واحد أو غير مصرح بها: { $count }.
note-probabilities = احتمال كل مرحلة كما تحدده الحملة. المحفظة المرجحة: { $amount }.

## قواعد طلبات المشاريع

grid-calls = التمويل المشترك والمساهمات مقارنة بقواعد طلب المشاريع
call-head-application = طلب التمويل وطلب المشاريع
call-head-rate = النسبة المطلوبة
call-head-ceiling = السقف
call-head-points = الهامش بالنقط
call-head-own = المساهمة الذاتية
call-head-in-kind = الحصة العينية
call-at-least = { $share } (الأدنى { $limit })
call-at-most = { $share } (الأقصى { $limit })
note-calls = النسبة: المبلغ المطلوب / الكلفة الإجمالية. المساهمة الذاتية: نقدا وعينا / الكلفة الإجمالية. الحصة العينية: العينية / المساهمة الذاتية. بلون المغرة: تجاوز القاعدة أو غير مصرح به. لا تدخل الطلبات المرفوضة والمسحوبة.
note-calls-more = طلبات أخرى في المصنف: { $count }.
to-check = يتعين التحقق
rule-source = { $call }، القاعدة «{ $rule }»، سارية: { $from }؛ المصدر: { $source } ({ $state }).
rule-none = { $call }: لا قاعدة في اللائحة، يتعين التحقق.
rule-verified = مصدر مقروء
rule-to-check = يتعين التحقق

## الآجال

section-deadlines = الآجال والتخطيط العكسي
deadline-moment = { $time }، { $zone }
clock-time = { $hour }:{ $minute }
zone-brussels = بتوقيت بروكسيل
zone-paris = بتوقيت باريس
zone-casablanca = بتوقيت الدار البيضاء
zone-utc = بالتوقيت العالمي
deadline-head-band = التنبيه
band-overdue = منقض
band-days =
    { $days_n ->
        [1] يوم أو أقل
        [7] { $days } أيام أو أقل
        *[other] { $days } يوما أو أقل
    }
band-later = أكثر من 90 يوما
note-deadlines-own = أجل الطلب يغلب أجل طلب المشاريع؛ والساعة ساعة طلب المشاريع حسب توقيته.
grid-plan = ما يتعين إعداده قبل كل أجل
plan-head-day = آخر يوم
plan-head-paper = الوثيقة
plan-head-application = طلب المشاريع
plan-head-state = الوضعية
plan-to-set = مهلة يتعين تحديدها
plan-ready = جاهزة
plan-open = يتعين إعدادها
plan-late = متأخرة
plan-late-unknown = متأخرة ما لم تكن جاهزة
note-plan = آخر يوم: الأجل ناقص المهلة التي تحددها الحملة؛ وبالنسبة لمقرر المجلس أطول مهلة دورة من بين مجالس الطلب. تكون الوثيقة جاهزة إذا ذكرها الطلب أو إحدى مراحله.
note-plan-ready = وثائق جاهزة: { $count }.
note-plan-more = مراحل أخرى في المصنف: { $count }.

## المصنف

workbook-needs-name = { $ids } · { $title }
workbook-needs-cost = الكلفة ({ $currency })
workbook-needs-secured = الموقع ({ $currency })
workbook-needs-own = المساهمة الذاتية ({ $currency })
workbook-needs-gap = الخصاص ({ $currency })
workbook-needs-expected = المحتمل ({ $currency })
workbook-needs-after = الخصاص بعد المحتمل ({ $currency })
workbook-needs-remark = ملاحظة
workbook-needs-no-cost = كلفة غير مصرح بها
workbook-needs-applied-cost = كلفة مأخوذة من الطلب
workbook-needs-no-own = مساهمة ذاتية غير مصرح بها
workbook-needs-activity-own = مساهمة ذاتية مأخوذة من النشاط
workbook-needs-unsigned = اتفاقية موقعة دون مبلغ
workbook-needs-unpriced = طلب دون مبلغ
workbook-deadline-hour = الساعة والتوقيت
workbook-plan-lead = المهلة بالأيام
workbook-call-rule = القاعدة
workbook-call-min-own = أدنى مساهمة ذاتية
workbook-call-cap = أقصى حصة عينية
workbook-call-from = سارية
workbook-call-state = مصدر متحقق منه

## اليومية

calendar-name = البحث عن التمويل: الآجال
calendar-deadline = أجل: { $call }
calendar-step = يتعين إعداد: { $paper } ({ $call })
calendar-application = الطلب: { $application }
calendar-funder = الجهة الممولة: { $funder }
calendar-requested = المبلغ المطلوب: { $amount }
calendar-activities = الأنشطة: { $activities }
calendar-step-deadline = الأجل: { $date }

## طلبات المشاريع الملائمة

cli-calls = يسرد طلبات المشاريع التي قد تسد خصاص كل مشروع
cli-arg-activity = نشاط واحد فقط، كيفما كان خصاصه
cli-arg-calls-all = كل طلبات المشاريع بالتفصيل، بما فيها المغلقة
cli-example-calls = ما هي طلبات المشاريع الملائمة لنشاط؟
calls-head = طلبات المشاريع بتاريخ { $date }: المشاريع المفحوصة { $projects }، الأنشطة المقروءة { $activities }. الرمز + ملائم، ? يتعين التحقق، - غير ملائم.
calls-needs = الكلفة { $cost }؛ الموقع { $secured }؛ المساهمة الذاتية { $own }؛ الخصاص { $gap }، وبعد المحتمل { $after }.
calls-title = { $call } [{ $code }]، الإغلاق: { $closes }
calls-head-call = { $title }: { $fit }
calls-fits = ملائم
calls-fails = غير ملائم
calls-closed = طلب مشاريع مغلق
calls-application = طلب مسجل من قبل: { $application }
calls-undated = دون تاريخ في لائحة طلبات المشاريع (للتفصيل: --activity أو --all):
calls-none = لا طلب مشاريع في اللائحة.
calls-unknown-gap = خصاص يتعين تحديده، لم تفحص: { $projects }.
calls-unknown-activity = لا نشاط باسم «{ $found }» في الإرجاعات؛ الأقرب: { $nearest }.
calls-name-window = الفتح
calls-name-applicants = المترشحون
calls-name-morocco = أهلية المغرب
calls-name-themes = المجالات
calls-name-amount = المبلغ
calls-name-own = المساهمة الذاتية
calls-name-duration = المدة
calls-name-language = لغة الملف
calls-name-time = المهلة
calls-name-papers = الوثائق
calls-name-source = القاعدة
calls-window = من { $opens } إلى { $closes }
calls-morocco-yes = نعم
calls-morocco-no = لا
calls-amount = إلى حدود { $reach } من أصل خصاص { $gap }؛ السقف: { $ceiling }؛ الأدنى: { $min }؛ الأقصى: { $max }
calls-amount-cost = { $amount }؛ أدنى كلفة: { $cost }
calls-own = { $own }؛ الأدنى { $asked } ({ $share } من الكلفة)
calls-own-raise = { $own }؛ الأدنى { $asked } ({ $share } من الكلفة): يتحقق إذا أضافت المجالس { $lacking }
calls-months =
    { $count_n ->
        [one] شهر واحد
        [two] شهران
        [few] { $count } أشهر
        *[other] { $count } شهرا
    }
calls-duration = { $own }؛ الأقصى { $longest }
calls-time =
    { $days_n ->
        [zero] آخر يوم؛ مقرر المجلس في أجل أقصاه { $day }، { $state }
        [one] يوم واحد؛ مقرر المجلس في أجل أقصاه { $day }، { $state }
        [two] يومان؛ مقرر المجلس في أجل أقصاه { $day }، { $state }
        [few] { $days } أيام؛ مقرر المجلس في أجل أقصاه { $day }، { $state }
        *[other] { $days } يوما؛ مقرر المجلس في أجل أقصاه { $day }، { $state }
    }
calls-papers = تنقص: { $papers }
calls-paper = { $paper } (في أجل أقصاه { $day })
calls-paper-late = { $paper } ({ $day }، منقض)
calls-papers-ready = كلها جاهزة
calls-source = { $rule }؛ المصدر: { $source }
calls-title-undated = { $call } [{ $code }]، دون تاريخ
calls-window-until = إلى غاية { $closes }؛ يتعين التحقق من أول يوم
calls-window-over = طلب مغلق، آخر يوم غير معروف
calls-window-from = ابتداء من { $opens }؛ يتعين التحقق من آخر يوم
calls-of-cost = { $share } من الكلفة
calls-amount-unlimited = الخصاص { $gap }؛ السقف: { $ceiling }؛ الأدنى: { $min }؛ الأقصى: { $max }
calls-own-unknown = { $own }؛ يتعين التحقق من الأدنى
calls-paper-undated = { $paper }

grid-applications = الطلبات
note-applications-first = أكبر المبالغ المطلوبة: { $shown } من أصل { $all }؛ يتضمن المصنف جميع الطلبات.
