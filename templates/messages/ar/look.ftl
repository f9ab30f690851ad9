### ما تقوله كل صفحة عن إعدادها، والشعارات.

report-made = { $program } · المعطيات { $fingerprint }
page-logo-alt = شعار: { $name }

setup-logo-name = اسم الملف لا يدل على أي جمعية؛ الأسماء المنتظرة هي { $known }
setup-logo-format = يجب أن يكون الشعار ملف SVG أو PNG؛ احفظه بإحدى هاتين الصيغتين
setup-logo-twice = للجمعية شعار آخر، { $other }؛ احتفظ بواحد فقط
setup-logo-large = حجم الملف { $size } كيبيبايت؛ الحد الأقصى هو { $most } كيبيبايت. صغر الصورة
setup-logo-pixels = تتجاوز الصورة { $most } مليون بكسل. صغرها
setup-logo-no-png = الملف ليس صورة PNG مهما كان اسمه
setup-logo-broken = تتعذر قراءة الصورة: { $detail }
setup-logo-linked = تحيل الصورة على «{ $linked }» وهو غير موجود في الملف؛ أدرجه داخل ملف SVG

## المنحنيات

lines-alt = { $name } – { $points }.
lines-signed = التمويل الموقع
page-lines-open = جار
chart-halves = بلغت الأداءات المؤرخة ذروتها في { $half }؛ حسب الأسدس، ب{ $unit }
chart-halves-plain = المبالغ حسب الأسدس، ب{ $unit }

## ما ينقص في الصفحة الأولى

key-missing-line = { $what }: { $missing } من أصل { $of }.
key-missing-returns = الإفادات المنتظرة التي لم ترد
key-missing-people = تصريحات المستفيدين الفارغة
key-missing-budget = الميزانيات غير المصرح بها
key-missing-paid = المبالغ المؤداة غير المصرح بها

## الملفات الأصلية

grid-provenance = الملفات التي أعد منها هذا التقرير
report-head-sha = SHA-256
note-provenance = أعده { $program }. عدد الملفات: { $inputs }. بصمة المجموع: { $fingerprint }.
note-provenance-how = البصمة هي SHA-256 للأسطر «SHA-256، فراغان، الملف» حسب ترتيب الملفات؛ الملفات نفسها تعطي البصمة نفسها.
chart-funnel-alt = { $name }: { $count }، نسبة المرور { $rate }، المبلغ { $amount }
chart-funnel-alt-first = { $name }: { $count }، المبلغ { $amount }
