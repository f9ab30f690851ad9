### ملخص من صفحتين لفائدة المنتخبين.

summary-title = ملخص لفائدة المنتخبين
summary-running = ملخص لفائدة المنتخبين · { $period }
summary-done = ما تم إنجازه
summary-open = النتائج والتمويلات والقرارات المنتظرة
summary-results-of = المصدر: قراءات المؤشرات؛ المؤشرات الأكثر تعبئة: { $shown } من أصل { $all }؛ لكل سطر سلمه ابتداء من الصفر.
summary-deadlines = آجال التمويل المقبلة
summary-late-papers = وثائق متأخرة: { $count }
summary-asked = المطلوب من المنتخبين
summary-head-asked = القرار أو الإجراء
summary-due-more = توصيات أخرى حل أجلها: { $count }.
summary-open-more = توصيات مفتوحة لم يحل أجلها أو بدون أجل: { $count }.
summary-nothing-asked = لا توجد توصية حل أجلها، ولا التزام متأخر، ولا إفادة غير متوصل بها.
summary-ask-commitments = التزامات الاتفاقية المتأخرة أو التي لم تنطلق بعد ({ $count })، ومنها: { $commitments }
summary-ask-returns = الحصول على الإفادات الناقصة ({ $count }): { $councils }
summary-ask-returns-more = الحصول على الإفادات الناقصة ({ $count }): { $councils }، وأخرى عددها { $rest }
summary-missing-returns = الإفادات غير المتوصل بها: { $silent } من أصل { $expected } منتظرة.
summary-missing-people = عدد الأنشطة التي عُبئ فيها عدد المستفيدين: { $reported } من أصل { $asked }.
summary-missing-spent = عدد الأنشطة التي عُبئت فيها المبالغ المصروفة: { $reported } من أصل { $asked }.
summary-missing-errors = الأخطاء المرصودة في الإفادات: { $count }؛ والمجاميع المعنية مؤقتة.
