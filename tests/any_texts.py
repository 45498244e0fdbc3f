"""Texts of every kind, for tests of what holds of all of them."""

from hypothesis import strategies as st

PIECES = """
" “ ” ‘ ’ ' « » „ . , ; : ! ? … — – - -- ( ) [ ] / * _ • ... % # @
7 12 1,500 3.5 40% $5 £3.2 €1 1/2 ½ ² ٣ 10-20 1990s five twenty-one million dozen half hundred
May March Monday Sunday 2024 1999 2024-10-18 10/18/2024 5pm 14:30 last next this week ago yesterday days
since until second fall noon Q3 century early Friday's years old aged per year
Anna Berg Berg's Kiel North Korea Korean Moscow U.S. NATO the The Mr. Dr. President O'Neill McKay Ltd.
of University Bank Corp. J. de van Smith-Jones Mayor Minister
said says told according to denied alleged that would not if he she they it warned report allegations by who
reportedly claims declined comment believe whether because when
a boats harbour and or but more than at least nearly people was is or more
𝒜 🚢 𐍈 é ß İ ı ﬁ Ω 中文 שלום عرب ǅ ʼ
"""
"""What the extractors look for, and letters and signs of which they know nothing."""
MARKS = "\u202e \u200f \u2067 \u200b \ufeff \u00ad \ufffd e\u0301 \x85 \u2028 \u3000 \n \n\n \r\n \t \x1c"
WORDS = st.sampled_from([*PIECES.split(), *MARKS.split(" ")])
STRANGE = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
TEXTS = st.builds(
    lambda words, between: between.join(words),
    st.lists(WORDS | STRANGE, max_size=6) | st.lists(WORDS, min_size=20, max_size=60),
    st.sampled_from([" ", " ", " ", "", "\n", "  "]),
)
DAYS = st.sampled_from([None, "2024-10-18", "2000-02-29T23:59:00-05:00", "0001-01-01", "9999-12-31", "never"])
