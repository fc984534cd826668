### Waarom een sjabloon voor een eigen onderdeel van het rapport niet bruikbaar is. Elke tekst is een bijzin na een dubbele
### punt: zonder hoofdletter en zonder punt. Elementen en kenmerken heten in het sjabloon zoals hier.

# Wat het sjabloon doet.
own-no-section = een onderdeel ‘{ $section }’ is er niet
own-too-long = het is langer dan { $most } bytes
own-too-many-steps = het neemt te veel stappen
own-writes-too-much = het schrijft te veel
own-not-for-tera = Tera, dat sjablonen leest, zegt in het Engels: { $error }
own-comment-not-closed = een opmerking wordt niet gesloten
own-tag-not-closed = een tag wordt niet gesloten
own-text-not-closed = een tekst in een tag wordt niet gesloten
own-brace-in-tag = in een tag staat een accolade
own-brace-in-text = in een tekst in een tag staat een accolade
own-tag-without-word = een tag begint zonder woord
own-loop-in-expression = een lus in een uitdrukking mag een eigen sjabloon niet gebruiken
own-no-component = een component mag een eigen sjabloon niet gebruiken
own-not-a-statement = { "{% " }{ $word }{ " %}" } mag een eigen sjabloon niet gebruiken
own-not-a-filter = het filter { $word } mag een eigen sjabloon niet gebruiken
own-not-a-function = de functie { $word }() mag een eigen sjabloon niet gebruiken

# Wat er niet klopt aan de opmaak die het schrijft.
markup-not-well-formed = de opmaak klopt niet (in het Engels: { $error })
markup-broken-attribute = in <{ $name }> klopt een kenmerk niet (in het Engels: { $error })
markup-unknown-character = { $written } is geen teken dat de opmaak kent
markup-not-allowed = alleen elementen, tekst en opmerkingen mogen
markup-not-closed = <{ $name }> wordt nooit gesloten
markup-too-deep = elementen staan te diep in elkaar
markup-two-roots = er is een tweede buitenste element
markup-no-document = er is geen <document>
markup-other-root = het buitenste element is <{ $name }> en niet <document>
markup-text-outside = er staat tekst buiten <document>
markup-document-language = <document> heeft lang nodig, een taal zoals nl
markup-unknown-attribute = <{ $name }> kent geen kenmerk { $attribute }
markup-unknown-word = <{ $name }> heeft { $attribute }="{ $word }"; wat kan, is: { $known }
markup-needs = <{ $name }> heeft { $what } nodig
markup-language-tag = ‘{ $tag }’ is geen code van een taal
markup-whole-number = start moet een heel getal zijn
markup-id-spaces = een id mag geen spaties hebben
markup-id-twice = de id ‘{ $id }’ staat er al
markup-no-target = niets heeft de id ‘{ $id }’
markup-no-figure = een grafiek ‘{ $name }’ is er niet
markup-misplaced = <{ $name }> kan hier niet staan
markup-misplaced-in = <{ $name }> kan niet in <{ $parent }> staan
markup-not-in-text = <{ $name }> kan niet in lopende tekst staan
markup-only-elements = in <{ $name }> kunnen alleen elementen staan, en er staat tekst: ‘{ $text }’
markup-only-text = in <text> staat iets anders dan tekst
markup-holds-nothing = in <{ $name }> kan niets staan
markup-cover-first = <cover> moet vooraan staan
markup-signature-fields-once = de velden voor handtekeningen mogen er maar één keer staan
markup-contents-heading = in <contents> ontbreekt de kop
markup-empty-heading = een kop is leeg
markup-skips-level = <{ $name }> slaat een niveau over
markup-no-term = voor deze <dd> staat geen <dt>
markup-no-description = bij de <dt> hiervoor staat geen <dd>
markup-no-last-description = bij de laatste <dt> staat geen <dd>
markup-link-scheme = een link moet met http, https of mailto beginnen
markup-link-in-link = in <{ $name }> staat nog een link
markup-columns = een tabel heeft 1 tot { $most } kolommen, en deze heeft er { $count }
markup-rows-differ = de rijen van deze tabel hebben niet evenveel cellen
markup-widths = widths heeft zoveel getallen boven nul nodig: { $count }
markup-alignments = align heeft zoveel woorden nodig: { $count }
