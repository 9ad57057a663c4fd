"""Of which body an office is, where its own words do not say: *Tỉnh ủy* of which province?

`complete` asks those who may tell, in their order: offices beside it (`neighbours`, `companions`),
bodies named in the sentence (`named_bodies`), the heading, section or letterhead over it
(`overhead`, `sections`, `surroundings`, `issuers`), and the unit that the text is about
(`named_units`).
"""
