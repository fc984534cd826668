### Why a template for a section of one’s own cannot be used. Each text follows a colon: no capital, no full stop. Elements and
### attributes are called as in the template.

# What the template does.
own-no-section = there is no section ‘{ $section }’
own-too-long = it is longer than { $most } bytes
own-too-many-steps = it takes too many steps
own-writes-too-much = it writes too much
own-not-for-tera = Tera, which reads templates, says: { $error }
own-comment-not-closed = a comment is not closed
own-tag-not-closed = a tag is not closed
own-text-not-closed = a text in a tag is not closed
own-brace-in-tag = a brace stands in a tag
own-brace-in-text = a brace stands in a text in a tag
own-tag-without-word = a tag begins without a word
own-loop-in-expression = a template of one’s own may not use a loop in an expression
own-no-component = a template of one’s own may not use a component
own-not-a-statement = a template of one’s own may not use { "{% " }{ $word }{ " %}" }
own-not-a-filter = a template of one’s own may not use the filter { $word }
own-not-a-function = a template of one’s own may not use the function { $word }()

# What is wrong with the markup that it writes.
markup-not-well-formed = the markup is not well-formed: { $error }
markup-broken-attribute = an attribute in <{ $name }> is wrong: { $error }
markup-unknown-character = { $written } is not a character that markup knows
markup-not-allowed = only elements, text and comments are allowed
markup-not-closed = <{ $name }> is never closed
markup-too-deep = elements are nested too deeply
markup-two-roots = there is a second root element
markup-no-document = there is no <document>
markup-other-root = the root is <{ $name }>, not <document>
markup-text-outside = text stands outside <document>
markup-document-language = <document> needs lang, a language such as nl
markup-unknown-attribute = <{ $name }> knows no attribute { $attribute }
markup-unknown-word = <{ $name }> has { $attribute }="{ $word }"; what it can have is: { $known }
markup-needs = <{ $name }> needs { $what }
markup-language-tag = ‘{ $tag }’ is no code of a language
markup-whole-number = start must be a whole number
markup-id-spaces = an id may not contain spaces
markup-id-twice = the id ‘{ $id }’ is there already
markup-no-target = nothing has the id ‘{ $id }’
markup-no-figure = there is no chart ‘{ $name }’
markup-misplaced = <{ $name }> cannot stand here
markup-misplaced-in = <{ $name }> cannot stand in <{ $parent }>
markup-not-in-text = <{ $name }> cannot stand in running text
markup-only-elements = <{ $name }> holds only elements, and there is text in it: ‘{ $text }’
markup-only-text = <text> holds something other than text
markup-holds-nothing = <{ $name }> holds nothing
markup-cover-first = <cover> must come first
markup-signature-fields-once = the signature fields may occur only once
markup-contents-heading = <contents> needs its heading inside
markup-empty-heading = a heading is empty
markup-skips-level = <{ $name }> skips a level
markup-no-term = there is no <dt> before this <dd>
markup-no-description = the <dt> before this one has no <dd>
markup-no-last-description = the last <dt> has no <dd>
markup-link-scheme = a link must start with http, https or mailto
markup-link-in-link = <{ $name }> holds another link
markup-columns = a table has 1 to { $most } columns, and this one has { $count }
markup-rows-differ = the rows of this table differ in their number of cells
markup-widths = widths needs this many numbers above zero: { $count }
markup-alignments = align needs this many words: { $count }
