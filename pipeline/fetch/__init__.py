"""Acts from the portal, one polite request at a time.

``address`` reads what a person names (an id, a URL of any front end), ``portal`` says which host is asked, ``request``
sends one request and takes one answer within limits, ``visit`` keeps the manners (robots.txt, pauses, retries,
redirects), ``page`` tells an act from any other page, ``shelf`` stores what is new. ``acts`` joins them.

Nothing here runs unless a person names an id or a URL: no other part of the program touches the network.
"""
