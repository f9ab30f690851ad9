### أثر الرقم: طريقة قياسه بالكلمات وسطوره وخاناته.

measure-count = عدد سطور «{ $table }»
measure-distinct = عدد القيم المختلفة في العمود «{ $columns }» من «{ $table }»
measure-sum = مجموع { $column } في «{ $table }»
measure-latest = مجموع آخر قيم { $column } لكل سلسلة في «{ $table }»
measure-bounds = الأشخاص المحتسبون حسب { $column } في «{ $table }»، من أكبر الفئات التي قد تتداخل إلى المجموع البسيط
measure-mean = متوسط { $column } في «{ $table }»، مرجحا بالعمود «{ $weight }»
measure-spread = عدد سطور «{ $table }» حسب { $column }
measure-ratio = { $above } ÷ { $below }
measure-ratio-row = { $above } ÷ { $below }؛ السطور التي تصرح بالطرفين وحدها
measure-ratio-key = { $above } ÷ { $below }؛ فقط حيث صُرح بالطرفين للقيمة نفسها من { $key }
measure-top = { $measure }؛ أكبر { $number } حسب { $column } فقط
measure-attainment = المسافة التي قطعها { $code } من قيمته المرجعية إلى هدفه
measure-once = { $measure }، مرة واحدة لكل قيمة من { $column }
measure-where = { $measure } [{ $conditions }]
measure-of-activity = { $column } (النشاط)
measure-cutoff = تاريخ الحصر
condition-equal = { $column } = { $value }
condition-not-equal = { $column } ≠ { $value }
condition-less = { $column } < { $value }
condition-at-most = { $column } ≤ { $value }
condition-more = { $column } > { $value }
condition-at-least = { $column } ≥ { $value }
condition-in = { $column }: إحدى القيم { $values }
condition-has = { $column } يتضمن { $value }
condition-present = { $column }: مصرح به
condition-missing = { $column }: غير مصرح به

trace-fact = { $label }: { $value }
trace-definition = التعريف
trace-measure = القياس
trace-formula = الصيغة
trace-scope = النطاق
trace-scope-all = الاتفاقية كلها
trace-period = الفترة
trace-result = النتيجة
trace-provisional = مؤقت
trace-provisional-why = أخطاء في المعطيات تُبقي خانات أو سطورا خارج هذا الرقم أو تحتسبها بتحفظ
trace-reported = المصرح به
trace-of = { $reported } من أصل { $asked }
trace-baseline = القيمة المرجعية
trace-target = القيمة المستهدفة
trace-actual = القيمة المحققة
trace-attainment = نسبة بلوغ الهدف
trace-rates = المبالغ وأسعار الصرف
trace-number = { $number } { $unit }
trace-ratio = { $above } ÷ { $below } = { $value }
trace-rate = { $amount } { $currency } = { $converted } { $report } ({ $rate }؛ { $period }؛ { $source })
trace-amount = { $amount } { $currency }
trace-side = { $side }: { $said }
trace-divided = ÷ { $rate }
trace-role-value = السطور
trace-role-numerator = البسط
trace-role-denominator = المقام
trace-role-baseline = القيمة المرجعية
trace-role-target = القيمة المستهدفة
trace-role-actual = القيمة المحققة
trace-rows = { $role } – عدد السطور: { $count }
trace-more-cells = { $count_n ->
    [zero] لم تبق أي خانة.
    [one] بقيت خانة واحدة؛ الخيار --all يعرضها كلها.
    [two] بقيت خانتان؛ الخيار --all يعرضها كلها.
    [few] بقيت { $count } خانات؛ الخيار --all يعرضها كلها.
    [many] بقيت { $count } خانة؛ الخيار --all يعرضها كلها.
   *[other] بقيت { $count } خانة؛ الخيار --all يعرضها كلها.
}
trace-private = معطى خاص
trace-return-came = توصلنا بالجواب
trace-return-none = لا جواب
trace-table-attainments = النتائج
trace-column-attainment = نسبة بلوغ الهدف
trace-said-no-rate = { $amount } { $currency }، دون سعر صرف
trace-said-converted = { $amount } { $currency } × { $rate } = { $converted } { $report }
trace-said-divided = { $amount } { $currency } ÷ { $rate } = { $converted } { $report }
trace-said-both = { $value }، في الحدين معا
trace-said-high = { $value }، في الحد الأعلى فقط
trace-said-weight = { $value } × الوزن { $weight }
trace-said-item = يُحتسب { $item }
trace-said-again = { $item }، سبق احتسابه
trace-left-head = السطور غير المحتسبة
trace-left = { $reason } ({ $count })
trace-left-missing = غير مصرح به
trace-left-not-applicable = غير معني
trace-left-held = مستبعد بسبب خطأ
trace-left-undated = بدون تاريخ
trace-left-beside = جزء من مجموع محتسب، أو ينوب عنه سطر آخر
trace-left-replaced = يُحتسب سطر أحدث
trace-left-one-side = الطرف الآخر من النسبة غير مصرح به
trace-left-not-largest = ليس من بين الأكبر
trace-places-more = { $places } … بالإضافة إلى { $more }

trace-title = أثر الأرقام
trace-tab-figures = الأرقام
trace-tab-territories = الوحدات الترابية
trace-tab-cells = الخانات
trace-figures-note = كل رقم من التقرير الموحد، مع تعريفه وأسعار الصرف والخانات التي استُخرج منها. وللرقم المكون من عدة أطراف سطر لكل طرف.
trace-figures-ask = الأمر bilan explain متبوعا برمز يسرد كل خانات الرقم، للاتفاقية كلها أو لوحدة ترابية أو لمحور.
trace-territories-title = الأرقام حسب الوحدة الترابية
trace-territories-note = أهم أرقام كل وحدة ترابية كما يطبعها التقرير. النشاط الذي يهم عدة وحدات يُحتسب في كل منها.
trace-cells-title = الخانات التي استُخرجت منها الأرقام
trace-cells-note = سطر لكل خانة من خانات أرقام الورقة الأولى، في حدود { $limit } سطر. ما يضيفه السطر مكتوب بجانب خانته الأولى.
trace-cells-cut = سطر لكل خانة من خانات أرقام الورقة الأولى. تتوقف اللائحة عند { $limit } سطر، وبقي خارجها { $beyond }. الأمر bilan explain يسردها كلها.
trace-head-part = الطرف
trace-head-rows = السطور
trace-head-left-out = السطور غير المحتسبة
trace-head-rates = المبالغ وأسعار الصرف
trace-head-cells = الخانات
trace-head-formula = الصيغة
trace-head-territory = الوحدة الترابية
trace-head-column = العمود
trace-head-sign = الإشارة
trace-head-read = القيمة المقروءة
trace-head-currency = العملة
trace-head-rate = سعر الصرف
trace-head-adds = يضيف
trace-head-low = الحد الأدنى أو الوزن

cli-explain-figure = يشرح رمز ملاحظة، أو يتتبع رقما إلى خاناته
cli-arg-figure = رمز ملاحظة مثل V302، أو رمز رقم مثل X3-disbursed
cli-arg-in-campaign = المجلد الذي يضم campaign.toml (هذا المجلد إن لم يحدد، وإلا فالمجلد inputs)
cli-arg-territory = الوحدة الترابية التي يهمها الرقم: رمزها أو اسمها
cli-arg-theme = المحور الذي يهمه الرقم: رمزه أو اسمه
cli-arg-all = يعرض كل الخانات لا الخمسين الأولى وحدها
cli-list = يسرد المؤشرات أو المحاور أو الوحدات الترابية أو الملاحظات، واحدا في كل سطر
cli-arg-what = ما يجب سرده: indicators أو themes أو territories أو findings
cli-example-explain = مصدر رقم من أرقام التقرير:
cli-no-campaign = لا توجد حملة هنا: انتقل إلى المجلد الذي يضم campaign.toml أو حدده بالخيار --in
cli-unknown-figure = لا يوجد رمز { $found }؛ الأقرب هي { $nearest }
cli-unknown-scope = لا توجد وحدة ترابية ولا محور باسم { $found }؛ الأقرب هو { $nearest }
list-head-code = الرمز
list-head-name = الاسم
list-head-unit = الوحدة
list-head-level = المستوى
list-head-aggregation = التجميع
list-head-measure = القياس
list-head-goals = الأهداف
list-head-country = البلد
list-head-severity = الخطورة
list-head-meaning = المعنى
level-input = وسيلة
level-output = إنجاز
level-outcome = نتيجة
level-context = سياق
aggregation-sum = مجموع
aggregation-latest = آخر قيمة
aggregation-ratio = نسبة بين مجموعين
aggregation-weighted-mean = متوسط مرجح
aggregation-distribution = توزيع
aggregation-distinct-count = عدد دون تكرار
aggregation-distinct-union = أشخاص، في شكل مجال

setup-own-column = ينقص العمود «{ $column }»؛ الأعمدة الضرورية هي { $needed }
setup-own-taken = الرمز { $code } يحمله مؤشر آخر
