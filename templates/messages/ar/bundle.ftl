### Archives for the two associations, their check, and keys.

bundle-written = { $path }: { $files ->
        [zero] دون ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $files } ملفات
        [many] { $files } ملفا
       *[other] { $files } ملف
    } لفائدة { $recipient }
      بصمة SHA-256 { $fingerprint }
bundle-signed = الأرشيفات موقعة: يتحقق منها المرسل إليه بالأمر «bilan verify ARCHIVE --key» وملفكم ‎.pub.
bundle-unsigned = أبلغوا المرسل إليه بكل بصمة عبر قناة غير الأرشيف، بالهاتف مثلا، ليقارنها بتلك التي يعطيها «bilan verify».
bundle-no-manifest = هذا البيان لم يكتبه هذا البرنامج
bundle-changed = لم يعد الملف ذلك الذي كتبه التقييم؛ أعيدوا تشغيل «bilan run»
verify-no-archive = ليس هذا أرشيفا كتبه «bilan bundle»، أو أنه تالف
verify-holds = { $path }: أرشيف لفائدة { $recipient }، { $files ->
        [zero] دون ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $files } ملفات
        [many] { $files } ملفا
       *[other] { $files } ملف
    }، كتبه { $program }، التاريخ المرجعي { $date }
      بصمة SHA-256 { $fingerprint }
verify-changed = معدل: { $path }
verify-absent = غائب: { $path }
verify-added = مضاف: { $path }
verify-beside = يحتوي الأرشيف على بايتات لا تنتمي إلى أي من ملفاته.
verify-more = … و{ $count } من الفوارق الأخرى.
verify-signed-no = التوقيع: لا يوجد. قارنوا البصمة بتلك التي أعطاكم المرسل.
verify-signed-lacking = التوقيع: لا يوجد، مع أن مفتاحا قد أعطي.
verify-signed-unchecked = التوقيع: موجود ولم يتم التحقق منه. أعطوا المفتاح العمومي للمرسل بواسطة ‎--key.
verify-signed-good = التوقيع: صحيح بالنسبة لهذا المفتاح.
verify-signed-bad = التوقيع: ليس لهذا المفتاح، أو أن البيان قد عدل.
verify-sound = كل ملف هو الذي أرسل، بايتا ببايت.
verify-not-sound = ليس هذا الأرشيف هو الذي أرسل: اطلبوا إرساله من جديد.
pair-written = المفتاح السري: { $secret } (لا تعطوه لأحد). المفتاح العمومي الذي يسلم للمرسل إليهم: { $public }
pair-taken = الملف موجود من قبل؛ لا يستبدل أي مفتاح
pair-unreadable = لا يحتوي هذا الملف على مفتاح
cli-bundle = يجمع وثائق كل جمعية في أرشيف مختوم
cli-verify = يتحقق دون اتصال مما إذا كان الأرشيف هو الذي أرسل
cli-key = ينشئ زوجا من المفاتيح لتوقيع الأرشيفات
cli-arg-bundle-out = مجلد تقييم
cli-arg-bundle-to = المجلد الذي تكتب فيه الأرشيفات
cli-arg-key-secret = المفتاح السري للتوقيع
cli-arg-key-public = المفتاح العمومي للمرسل
cli-arg-key-file = ملف المفتاح السري المراد إنشاؤه؛ يأخذ المفتاح العمومي الاسم نفسه متبوعا بـ ‎.pub
cli-arg-archive = الأرشيف المراد التحقق منه
cli-example-bundle = إعداد أرشيفي الجمعيتين
