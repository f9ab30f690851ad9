### Archives for the two associations, their check, and keys.

bundle-written = { $path }: { $files ->
        [one] one file
       *[other] { $files } files
    } for { $recipient }
      SHA-256 fingerprint { $fingerprint }
bundle-signed = The archives are signed: the recipient checks them with ‘bilan verify ARCHIVE --key’ and your .pub file.
bundle-unsigned = Tell the recipient each fingerprint by another way than the archive, by telephone for example, to be compared with the one that ‘bilan verify’ gives.
bundle-no-manifest = this manifest was not written by this program
bundle-changed = the file is no longer the one that the evaluation wrote; run ‘bilan run’ again
verify-no-archive = this is no archive written by ‘bilan bundle’, or it is damaged
verify-holds = { $path }: archive for { $recipient }, { $files ->
        [one] one file
       *[other] { $files } files
    }, written by { $program }, reference date { $date }
      SHA-256 fingerprint { $fingerprint }
verify-changed = Changed: { $path }
verify-absent = Missing: { $path }
verify-added = Added: { $path }
verify-beside = The archive holds bytes that belong to none of its files.
verify-more = … and { $count } more differences.
verify-signed-no = Signature: none. Compare the fingerprint with the one that the sender gave you.
verify-signed-lacking = Signature: none, though a key was given.
verify-signed-unchecked = Signature: present, not checked. Give the sender’s public key with --key.
verify-signed-good = Signature: valid for this key.
verify-signed-bad = Signature: not of this key, or the manifest was changed.
verify-sound = Every file is the one that was sent, to the byte.
verify-not-sound = The archive is not the one that was sent: ask for it again.
pair-written = Secret key: { $secret } (give it to nobody). Public key, for the recipients: { $public }
pair-taken = the file exists already; a key is never replaced
pair-unreadable = this file holds no key
cli-bundle = Puts the documents of each association into a sealed archive
cli-verify = Checks offline whether an archive is what was sent
cli-key = Makes a key pair to sign archives with
cli-arg-bundle-out = folder of an evaluation
cli-arg-bundle-to = folder to write the archives into
cli-arg-key-secret = secret key to sign with
cli-arg-key-public = public key of the sender
cli-arg-key-file = file of the secret key to make; the public key takes the same name followed by .pub
cli-arg-archive = archive to check
cli-example-bundle = Prepare the archives of both associations
