### قوالب الحملة: ما يعيبها، ونسخها.

setup-template-unknown = هذا الملف لا يحل محل أي قالب؛ وأقرب اسم إليه هو { $nearest }
setup-message-syntax = هذا السطر ليس رسالة: { $found }
setup-message-unknown = لا توجد رسالة باسم { $key } (اللغة { $lang })؛ وأقرب اسم إليه هو { $nearest }
setup-message-variables = متغيرات الرسالة { $key } هي { $expected }؛ والموجود: { $found }
setup-message-foreign = لا يمكن للرسالة أن تذكر غير متغيراتها؛ والموجود: { $found }
setup-message-none = لا شيء
setup-font = هذا الملف لا يحتوي على أي خط يمكن قراءته
cli-templates = ينسخ قوالب البرنامج إلى مجلد لتعديلها
cli-arg-templates-to = مجلد جديد للقوالب؛ ضعوا ما تغيرونه في المجلد templates من حملتكم
cli-templates-done = عدد القوالب المنسوخة إلى { $folder }: { $count }. ضعوا ما تغيرونه منها في المجلد templates من حملتكم، تحت المسار نفسه، واتركوا الباقي.
