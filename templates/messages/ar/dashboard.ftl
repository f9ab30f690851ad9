### كلمات لوحة القيادة وما يعين على التنقل في المصنفات.

workbook-back = العودة إلى ورقة «{ $sheet }»
dashboard-tab = لوحة القيادة
dashboard-tab-breakdowns = التوزيعات
dashboard-note = كل رقم صيغة حية. النقر على الرقم يؤدي إلى أول سطر من المعطيات يدخل في حسابه، والنقر على اسمه يؤدي إلى تعريفه. تعتمد الرسوم البيانية على ورقتي التوزيعات والتمويل، ولا تُرسم القيم غير المصرح بها أو المحجوبة.
dashboard-note-apart = الرقم على خلفية رمادية قيمة ثابتة: لا ورقة هنا لجدول سطوره. وما سواه صيغة حية. النقر على الرقم يؤدي إلى أول سطر من المعطيات يدخل في حسابه، والنقر على اسمه يؤدي إلى تعريفه. تعتمد الرسوم البيانية على ورقتي التوزيعات والتمويل، ولا تُرسم القيم غير المصرح بها أو المحجوبة.
dashboard-indicators-note = الأعمدة المطوية بعد الوحدة تبين التعريف وطريقة الحساب بالكلمات والمصدر، وتُفتح بعلامة + فوق الأعمدة. ويؤدي الرمز إلى أول سطر يدخل في الحساب.
dashboard-card-foot = { $unit } – المصرح به: { $reported } من { $asked }
dashboard-rest = باقي الميزانية
dashboard-people-low = المستفيدون، الحد الأدنى
dashboard-people-high = المستفيدون، الحد الأقصى
dashboard-people-more = إلى الحد الأقصى
dashboard-statuses = الأنشطة حسب الحالة
dashboard-chart-money = الميزانية حسب الموضوع: المصروف والباقي – بآلاف { $currency }
dashboard-chart-people = المستفيدون المباشرون حسب الموضوع: الحد الأدنى والأقصى
dashboard-chart-attainment = الأهداف الأقل تقدما (100% = الهدف)
dashboard-chart-funders = المطلوب والممنوح حسب الجهة الممولة – بآلاف { $currency }
dashboard-spark = التطور
dashboard-made = أُنجز بواسطة { $program }. بصمة المعطيات المستلمة: { $fingerprint }. التاريخ المرجعي: { $date }.
dashboard-alt = { $title }: { $figures }
dashboard-alt-figure = { $name } { $first }
dashboard-alt-pair = { $name } { $first } و{ $second }
