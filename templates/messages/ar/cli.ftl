### سطر الأوامر.

cli-about = يقيّم اتفاقية للتعاون اللامركزي: يقرأ الجداول التي ترسلها المجالس، ويراقب كل خانة، ويحتسب المؤشرات ووضعية التمويلات، ويكتب التقارير بصيغتي PDF و Excel بالفرنسية والعربية والإنجليزية.
cli-run = يقرأ أجوبة الحملة ويكتب جميع التقارير
cli-check = يراقب حملة أو ملفا واحدا دون كتابة تقرير
cli-aliases = يجمع في decisions.csv ما لا يمكن أن يقرره إلا شخص
cli-form = يكتب الاستمارة الفارغة التي يملؤها المجلس
cli-new = يهيئ مجلد حملة جديدة
cli-arg-campaign = مجلد الحملة الذي يضم campaign.toml و returns
cli-arg-path = مجلد حملة، أو ملف أرسله مجلس
cli-arg-out = مجلد التقارير، فارغ أو سبق أن كتبه هذا البرنامج
cli-arg-findings = مجلد ملفات الملاحظات
cli-arg-return = يكتب أيضا في هذا المجلد مصنف كل مجلس مشروحا ليصححه ويعيد إرساله
cli-arg-file = الملف المراد كتابته
cli-arg-folder = المجلد المراد إنشاؤه
cli-arg-lang = لغة الرسائل: fr أو ar أو en (لغة الحاسوب، وإلا فالفرنسية)
cli-arg-form-lang = لغة الاستمارة: fr أو ar أو en
cli-arg-languages = لغات الطبعات تفصل بينها فواصل (لغات الحملة إن لم تحدد)
cli-arg-date = التاريخ المرجعي مثل 2027-01-15 (تاريخ الحملة، وإلا فتاريخ اليوم)
cli-arg-only = يكتب هذه الوثائق فقط: consolidated أو summary أو letters أو جمعية أو وحدة ترابية أو محور أو مجلسين (MA-HAO+FR-38) أو نشاط أو اسم ملف
cli-arg-strict = يرفض الكتابة ما دام هناك خطأ في المعطيات
cli-arg-timings = يعرض مدة كل مرحلة
cli-arg-accept = يقبل الاقتراح الأول في هذه الأسطر من decisions.csv، أو في جميعها (all)
cli-arg-by = اسم الشخص الذي يقرر
cli-arg-decided = يوم القرار مثل 2027-01-15 (اليوم إن لم يحدد)
cli-arg-in = مجلد الحملة بالنسبة إلى ملف منفرد
cli-usage = الاستعمال
cli-commands = الأوامر
cli-arguments = المعطيات
cli-options = الخيارات
cli-help = يعرض هذه المساعدة
cli-version = يعرض رقم الإصدار
cli-command = أمر
cli-examples = أمثلة
cli-example-run = جميع تقارير الحملة الموجودة في المجلد inputs:
cli-example-check = مراقبة ما أرسله مجلس:
cli-example-return = إعداد الجواب على كل مجلس:
cli-example-aliases = البت مرة واحدة في الأسماء غير المضبوطة وفي الأنشطة الواردة مرتين:
cli-example-form = الاستمارة العربية:
cli-example-only = وحدة ترابية واحدة بالعربية:
cli-status = رمز الخروج: 0 لا خطأ في المعطيات، 1 بقيت أخطاء (التقارير مؤقتة)، 2 تعذر على البرنامج العمل.
cli-wrong-usage = الأمر غير مفهوم: { $detail }
cli-see-help = انظر: { $command }

cli-step-read = قراءة الأجوبة
cli-step-count = احتساب المؤشرات
cli-step-write = كتابة التقارير
cli-stage-compose = ترتيب المحتوى
cli-stage-pages = صفحات PDF والرسائل
cli-stage-workbooks = المصنفات
cli-stage-data = البيانات والتتبع والفهرس
cli-clean = لا توجد أي ملاحظة.
cli-findings-count = الأخطاء: { $errors }، التنبيهات: { $warnings }، الإشعارات: { $notices }.
cli-read-count = الملفات المقروءة: { $files }، الأنشطة: { $activities }.
cli-written = الملفات المكتوبة: { $files }، في { $folder }.
cli-provisional = { $documents_n ->
    [zero] لا توجد وثائق مؤقتة
    [one] وثيقة واحدة مؤقتة: أخطاء تمس أرقامها
    [two] وثيقتان مؤقتتان: أخطاء تمس أرقامهما
    [few] { $documents } وثائق مؤقتة: أخطاء تمس أرقامها
    [many] { $documents } وثيقة مؤقتة: أخطاء تمس أرقامها
   *[other] { $documents } وثيقة مؤقتة: أخطاء تمس أرقامها
}.
cli-unknown-document = لا توجد وثيقة باسم { $found }؛ استعمل consolidated أو summary أو letters أو جمعية أو وحدة ترابية أو محورا أو مجلسين أو نشاطا أو اسم ملف؛ الأقرب هو { $nearest }
cli-new-done = هُيئت الحملة في { $folder }: أتمم campaign.toml ثم ضع الملفات المتوصل بها في returns.
cli-folder-taken = المجلد موجود وليس فارغا
cli-return-same = هذا هو مجلد الملاحظات أيضا: اختر مجلدا آخر
cli-seconds = { $step }: { $seconds } ث

severity-error = خطأ
severity-warning = تنبيه
severity-notice = إشعار
explain-means = المعنى
explain-expected = المنتظر
explain-remedy = ما العمل
explain-wrong = مثال خاطئ
explain-right = مثال صحيح

error-io = { $path }: { $detail }. تأكد من وجود المسار ومن حقك في القراءة أو الكتابة.
error-setup = { $file }: { $what }.
error-output-taken = لم يكتب هذا البرنامج الملف { $path }، ومن شأن تشغيل جديد أن يحذفه. اختر مجلدا فارغا أو جديدا، أو انقل الملف.
error-output-busy = يكتب تشغيل آخر في { $path }. انتظر نهايته أو اختر مجلدا آخر.
error-output-held = برنامج آخر يفتح ملفا من { $path }. أغلقه ثم أعد المحاولة؛ لم يتغير أي شيء.
error-stopped = أوقفت العملية بطلب منك؛ الوثائق السابقة سليمة.
error-strict = بقيت أخطاء في المعطيات وقد طلبت --strict: لم يكتب أي شيء. صححها أو أعد التشغيل بدون --strict للحصول على تقارير مؤقتة.
error-render = تعذر تأليف الوثيقة { $document }، ولعل قالبا أصابه عطب: { $detail }
cli-left-unfinished = سبق إيقاف تشغيل قبل نهايته؛ وقد حذف ما كان قد بدأه.
cli-left-restored = سبق إيقاف تشغيل وهو يضع ملفاته في مكانها؛ وقد أعيدت الوثائق السابقة إلى مكانها.
cli-failed = عدد الوثائق التي تعذر تأليفها: { $documents }؛ وكتبت كل الوثائق الأخرى.
