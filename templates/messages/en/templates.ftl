### Templates of a campaign: what is wrong with them, and their copies.

setup-template-unknown = a template of this name takes nobody’s place; the nearest one is `{ $nearest }`
setup-message-syntax = this line is no message: `{ $found }`
setup-message-unknown = there is no message `{ $key }` in { $lang }; the nearest one is `{ $nearest }`
setup-message-variables = the message `{ $key }` has the variables { $expected }; found: { $found }
setup-message-foreign = a message may name its variables only; found: `{ $found }`
setup-message-none = none
setup-font = this file holds no font that can be read
cli-templates = Copies the built-in templates into a folder, to be edited
cli-arg-templates-to = new folder of the templates; put those you change into the folder templates of your campaign
cli-templates-done = { $count } templates copied to { $folder }. Put those that you change into the folder ‘templates’ of your campaign, under the same path, and leave the others out.
