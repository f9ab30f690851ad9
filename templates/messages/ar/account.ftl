### حساب الخلايا: أسباب ترك الخلايا.

ignored-above = فوق العناوين
ignored-unused-column = عمود أو عنوان خارج الاستمارة
ignored-total = سطر المجموع
ignored-note = ملحوظة أو عنوان قسم
ignored-example = مثال الاستمارة
ignored-tags = سطر وسوم تحت العناوين
ignored-sheet-unknown = ورقة غير معروفة
ignored-help = ورقة مساعدة (دليل أو لوائح أو ملاحظات)
ignored-by-profile = تركت بمقتضى ملف تعريف القراءة
ignored-joint = سبق أن وردت في إفادة الشريك
account-line = الخلايا: المقروءة { $read }، المستعملة { $used }، المتروكة { $ignored }، المستبعدة بسبب خطأ { $held }.
account-line-reasons = الخلايا: المقروءة { $read }، المستعملة { $used }، المتروكة { $ignored } ({ $reasons })، المستبعدة بسبب خطأ { $held }.
account-total = المجموع
account-check = الفرق
account-grid-files = حساب كل ملف
account-grid = الخلايا المتروكة حسب السبب
account-head-reason = السبب
account-head-cells = الخلايا
account-head-share = نسبتها من الخلايا المقروءة
