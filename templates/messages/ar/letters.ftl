### Letters and sheets to be signed.

letter-enclosures = المرفقات
