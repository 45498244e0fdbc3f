"""Everyday short forms of English first names."""

NICKNAMES = {
    full: tuple(shorts.split())
    for full, _, shorts in (
        pair.strip().lower().partition(":")
        for pair in """
    Abigail:Abby Gail|Abraham:Abe|Albert:Al Bert|Alexander:Alex Alec Sandy|Alfred:Alf Fred
   |Andrew:Andy Drew|Anthony:Tony|Antonio:Toni|Arthur:Art|Barbara:Barb|Benjamin:Ben Benny
   |Bernard:Bernie|Caroline:Carrie|Catherine:Cathy Kate|Charles:Charlie Chuck|Christine:Chrissie
   |Christopher:Chris Kit|Clifford:Cliff|Daniel:Dan Danny|David:Dave|Deborah:Debbie Deb
   |Donald:Don Donnie|Dorothy:Dot|Douglas:Doug|Edward:Ed Eddie Ted|Elizabeth:Liz Beth Betty Lizzie
   |Eleanor:Ellie|Eugene:Gene|Francis:Frank|Frederick:Freddie|Gabriel:Gabe|Geoffrey:Geoff
   |Gerald:Gerry|Gregory:Greg|Harold:Hal|Henry:Hank Harry|Isaac:Ike|Jacob:Jake|Jacqueline:Jackie
   |James:Jim Jimmy Jamie|Jeffrey:Jeff|Jennifer:Jenny Jen|Jeremy:Jez|Jessica:Jess|John:Jack Johnny
   |Jonathan:Jon Jonny|Joseph:Joe Joey|Joshua:Josh|Judith:Judy|Katherine:Kathy Katie
   |Kenneth:Ken Kenny|Kimberly:Kim|Lawrence:Larry|Leonard:Len Lenny|Leslie:Les|Louis:Lou
   |Margaret:Maggie Peggy Meg|Matthew:Matt|Maurice:Mo|Michael:Mike Mick Mickey|Mitchell:Mitch
   |Mohamed:Mo|Nathaniel:Nate|Nicholas:Nick Nicky|Oliver:Ollie|Pamela:Pam|Patricia:Pat Patty
   |Patrick:Paddy|Peter:Pete|Philip:Phil|Raymond:Ray|Rebecca:Becky|Richard:Dick Rick Richie
   |Robert:Bob Bobby Rob Robbie|Rodney:Rod|Ronald:Ron Ronnie|Rosemary:Rosie|Russell:Russ
   |Samuel:Sam Sammy|Sidney:Sid|Stanley:Stan|Stephen:Steve Stevie|Stuart:Stu|Susan:Sue Susie
   |Terence:Terry|Theodore:Theo|Thomas:Tom Tommy|Timothy:Tim|Valerie:Val|Victoria:Vicky
   |Vincent:Vince|Walter:Walt|William:Bill Billy Will
    """.split("|")
    )
}
"""From a first name to the short forms of it, in lower case."""
