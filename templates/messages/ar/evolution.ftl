### التطور عبر الزمن، وما تغير منذ التقرير السابق.

## التطور

chapter-evolution = التطور
evolution-kicker = سنة بعد سنة، منذ التوقيع
evolution-lead = السنة { $year }: أدي { $paid }، أي { $current } مقارنة بالسنة { $before }، و{ $constant } بسعر صرف ثابت.
evolution-lead-amounts = السنة { $year }: أدي { $paid }؛ السنة { $before }: { $paid-before }.
evolution-lead-none = لا تغطي الأداءات المؤرخة سنتين: لا تقارن إلا الأرقام الأخرى.
evolution-lead-one = لا تتوفر معطيات مؤرخة إلا عن السنة { $year } من الاتفاقية: لا يمكن بعد المقارنة بين السنوات.
evolution-rate = ‎{ $rate }%‎
chart-evolution = سجلت السنة { $year } أعلى الأداءات؛ حسب سنوات الاتفاقية، ب{ $unit }
grid-evolution-years = حسب سنوات الاتفاقية
grid-evolution-halves = حسب الأسدس
evolution-head-flow = خلال السنة
evolution-head-half = خلال
evolution-head-since = منذ التوقيع
evolution-under-way = { $year } (جارية)
evolution-begun = أنشطة انطلقت
evolution-completed = أنشطة أنجزت
evolution-begun-short = انطلقت
evolution-completed-short = أنجزت
evolution-missions-short = زيارات
evolution-constant = — بسعر ثابت
evolution-half-1 = الأسدس الأول من { $year }
evolution-half-2 = الأسدس الثاني من { $year }
evolution-calendar = سنة { $year }
note-evolution-change = تحت كل قيمة الفرق عن السنة السابقة، إذا انتهت السنتان: بالعدد، أو بالنسبة المئوية للمبالغ.
note-evolution-rates = حولت المبالغ بسعر صرف يوم كل سطر؛ وبسعر ثابت، حولت كلها بسعر { $date }: الفرق المتبقي لا يرجع إلى الصرف.
note-evolution-people = ليس للمستفيدين تاريخ: يحتسب مستفيدو نشاط يمتد على عدة سنوات في كل سنة منها، ولا تجمع السنوات.
note-evolution-undated = { $rows_n ->
    [zero] لا مبلغ دون تاريخ.
    [one] مبلغ واحد دون تاريخ يحتسب في المجموع منذ التوقيع ولا يحتسب في أي سنة.
    [two] مبلغان دون تاريخ يحتسبان في المجموع منذ التوقيع ولا يحتسبان في أي سنة.
    [few] { $rows } مبالغ دون تاريخ تحتسب في المجموع منذ التوقيع ولا تحتسب في أي سنة.
    [many] { $rows } مبلغا دون تاريخ تحتسب في المجموع منذ التوقيع ولا تحتسب في أي سنة.
   *[other] { $rows } مبلغ دون تاريخ تحتسب في المجموع منذ التوقيع ولا تحتسب في أي سنة.
}
note-evolution-before = { $activities_n ->
    [zero] لا نشاط انطلق قبل التوقيع.
    [one] نشاط واحد انطلق قبل التوقيع لا يحتسب في أي سنة.
    [two] نشاطان انطلقا قبل التوقيع لا يحتسبان في أي سنة.
    [few] { $activities } أنشطة انطلقت قبل التوقيع لا تحتسب في أي سنة.
    [many] { $activities } نشاطا انطلقت قبل التوقيع لا تحتسب في أي سنة.
   *[other] { $activities } نشاط انطلقت قبل التوقيع لا تحتسب في أي سنة.
}
note-evolution-halves = يبدأ الأسدس الأول يوم التوقيع وينتهي الأخير في تاريخ حصر المعطيات. يحتسب النشاط في يومه الأول وفي يومه الأخير. مجموع أسدسي السنة يساوي السنة.

## ما تغير

chapter-changes = ما تغير
changes-kicker = منذ تقرير { $date }
changes-lead = التقرير السابق: { $period }. منذ ذلك الحين، أنشطة جديدة: { $new }؛ أنجزت: { $completed }؛ غابت عن الإفادات: { $gone }.
section-changes-data = ما تصرح به المجالس
grid-changes-figures = الأرقام الرئيسية
grid-changes-activities = الأنشطة
grid-changes-recommendations = مآل التوصيات
changes-head-before = السابق
changes-head-now = الحالي
changes-head-change = الفرق
changes-head-what = التغيير
changes-head-addressee = الجهة المعنية
changes-head-then = آنذاك
changes-head-since = الآن
changes-points = { $points } نقطة
changes-returned = مجالات ترابية عادت إلى الإجابة: { $territories }.
changes-silent = مجالات ترابية أجابت سابقا ولم تعد تجيب: { $territories }.
changes-new = جديد
changes-completed = أنجز منذ ذلك الحين
changes-gone = غاب
changes-revised = ميزانية معدلة
changes-revised-from = من { $before } إلى { $now }
changes-vanished = غابت عن الإفادات
note-changes-figures = السابق: { $before }؛ الحالي: { $now }. حول كل مبلغ بأسعار صرف تقريره.
note-changes-currency = يحول التقرير السابق المبالغ إلى { $currency }: لا تقارن المبالغ.
note-changes-activities = النشاط هو نفسه إذا بقي معرفه نفسه.
note-changes-gone = النشاط الغائب لم تعد تصرح به أي إفادة؛ وربما لم يجب مجلسه.
note-changes-recommendations = التوصية هي نفسها إذا بقي نصها نفسه.

## سطر الأوامر

cli-arg-previous = مجلد تقارير حملة سابقة للاتفاقية نفسها، لعرض ما تغير
cli-since = منذ { $date }: أنشطة جديدة { $new }، أنجزت { $completed }، غابت { $gone }؛ ميزانيات معدلة { $revised }؛ مجالات عادت { $returned }، ولم تعد تجيب { $silent }؛ توصيات متتبعة { $followed }، غاب منها { $lost }.
previous-none = { $folder } ليس مجلد تقارير كتبه هذا البرنامج
previous-damaged = ملفات { $folder } عدلت أو تلفت بعد كتابتها؛ خذ نسخة سليمة
previous-older = كتبت { $folder } نسخة من البرنامج لا تحتفظ بما يقارن به؛ أعد تشغيل البرنامج على معطياته
previous-version = كتبت { $folder } نسخة أخرى من البرنامج؛ أعد تشغيل هذه على المعطيات نفسها
previous-other = يتضمن { $folder } تقارير اتفاقية أخرى: التوقيع أو الجمعيتان مختلفان
previous-later = { $folder } أحدث من هذه الحملة (تقرير { $date })

## النسب بين المبالغ

grid-quotients = من المبرمج إلى المؤدى
report-quotient = { $first } / { $second }
note-quotients = المبالغ ب{ $unit }، دون المساهمات العينية.
finance-head-over = على الأنشطة التي تصرح بالاثنين
finance-head-first = البسط
finance-head-second = المقام
finance-head-quotient = النتيجة
finance-head-set = الأنشطة
note-cost = يهم طرفا كل سطر الأنشطة نفسها، ويحتسب النشاط المشترك بين عدة مجالس مرة واحدة. أعداد الأشخاص إجمالية: يحتسب فيها مرتين من استفاد من نشاطين.

## المصنف

workbook-trend-calendar = حسب السنة الميلادية
workbook-trend-from = من
workbook-trend-to = إلى
workbook-trend-people-low = المستفيدون، على الأقل
workbook-trend-people-high = المستفيدون، على الأكثر
workbook-trend-constant = { $what } بسعر ثابت، { $currency }
workbook-trend-undated = يحتسب المبلغ دون تاريخ في المجموع منذ التوقيع ولا يحتسب في أي سطر آخر.
