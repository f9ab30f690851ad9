### قرارات الأشخاص: decisions.csv والأمر aliases.

## ما يتطابق بين سطرين.

joint-pair = المجالان الترابيان
joint-title = العنوان
joint-title-alike = معظم العنوان
joint-identifier = المعرف
joint-start = البداية في حدود شهر
joint-dates = التواريخ المتداخلة
joint-amount = المبلغ
joint-theme = المحور
joint-activity = النشاط
joint-funder = الممول
joint-call = طلب المشاريع

## لماذا لا يطبق سطر من decisions.csv: تتمة جملة بدون نقطة.

decision-blank = خانة فارغة
decision-kind-unknown = النوع «{ $found }» غير معروف، والمقبول: اسم بديل أو دمج أو فصل أو تصحيح
decision-list-unknown = اللائحة «{ $found }» غير معروفة، والمقبول مثلا: المجالات الترابية أو المحاور أو الممولون
decision-entry-unknown = «{ $found }» ليس رمزا ولا اسما من اللائحة
decision-text-absent = النص المعني غير وارد في عمود «الموجود»
decision-text-taken = النص اسم وارد في اللائحة من قبل ويعني { $entry }
decision-author-absent = صاحب القرار غير مذكور
decision-date-absent = تاريخ القرار غير مذكور
decision-date-unreadable = تعذرت قراءة التاريخ «{ $found }»، اكتبه مثل 2027-01-15 أو 15/01/2027
decision-date-ahead = التاريخ لم يحن بعد: { $found }، بعد { $latest }
decision-place-absent = الملف أو الخانة غير مذكور
decision-cell-unreadable = «{ $found }» ليس عنوان خانة مثل H7
decision-identifiers-absent = يلزم معرفان، أو ملفان إن كان المعرف واحدا
decision-answer-unknown = القرار «{ $found }» غير مفهوم، والمقبول: نعم أو لا، أو المعرف المحتفظ به عند الدمج
decision-contradiction = يناقض السطر { $row }
decision-kept-apart = يجمع ما يفصله سطر آخر

setup-decisions-table = الملف ليس جدولا مقروءا: { $detail }
setup-decisions-headings = لا يضم السطر الأول العناوين المنتظرة، ويلزم على الأقل: { $expected }

## الأمر aliases.

aliases-done = { $file }: { $new_n ->
    [zero] لا اقتراح جديد
    [one] اقتراح جديد واحد
    [two] اقتراحان جديدان
    [few] { $new } اقتراحات جديدة
    [many] { $new } اقتراحا جديدا
   *[other] { $new } اقتراح جديد
}{ $accepted_n ->
    [zero] .
   *[other] ، المقبول منها: { $accepted }.
}
aliases-line = {"  "}السطر { $row } — { $list }: «{ $found }» ← { $suggestions } — { $remark }
aliases-line-alone = {"  "}السطر { $row } — { $list }: «{ $found }»، بدون اقتراح — { $remark }
aliases-line-joint = {"  "}السطر { $row } — { $found } و { $other } — { $remark }
aliases-line-correction = {"  "}السطر { $row } — { $file } { $cell }: { $found }
aliases-found = { $count_n ->
    [zero] لم يرد
    [one] ورد مرة واحدة: { $place }
    [two] ورد مرتين، أولاهما: { $place }
    [few] ورد { $count } مرات، أولاها: { $place }
    [many] ورد { $count } مرة، أولاها: { $place }
   *[other] ورد { $count } مرة، أولاها: { $place }
}
aliases-joint = { $place }: { $message }
aliases-nothing = لا شيء ينتظر قرارا.
aliases-next =
    ما العمل: افتح الملف في Excel. اكتب في عمود «القرار» رمز الاسم أو اسمه في اللائحة، وبالنسبة إلى نشاطين اكتب نعم (النشاط نفسه) أو لا (مختلفان). أضف اسمك والتاريخ ثم احفظ: تعتمد القرارات في كل تشغيل لاحق.
    أو اقبل الاقتراح الأول لبعض الأسطر: --accept 2,5 --by "اسمك"، أو لجميعها: --accept all.
aliases-no-row = لا يوجد السطر { $found } في decisions.csv
aliases-not-open = السطر { $found } لا ينتظر قرارا
aliases-no-suggestion = ليس للسطر { $found } اقتراح، اكتب القرار في الملف
