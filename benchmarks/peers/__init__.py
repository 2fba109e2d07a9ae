"""The same page as other people write it: small, usual programs, none of them slowed down. Run by `make bench` alone.

What each shows is Aktivitet's: six key figures and twelve charts, by the boligorganisationer chosen. None of them
protects small numbers, tells where a figure comes from, or has a text for those who listen: it favours them.
"""
