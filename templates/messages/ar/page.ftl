### الكلمات التي يضيفها إخراج الصفحات إلى التقارير.

page-contents = المحتويات
page-stamp-provisional = نسخة مؤقتة
page-stamp-final = نسخة نهائية
page-stamp-draft = مشروع ملف
page-years-alt = السنة { $year } من { $years } من مدة الاتفاقية
page-indicator = المؤشر
page-baseline = المرجع
page-actual = المحقق
page-target = المستهدف
page-applications = الملفات
page-rate = نسبة المرور
page-goal = الهدف { $number } { $name }
