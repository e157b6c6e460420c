// What the town announces, newest first, with what has ended. → one row each · label Announcement
MATCH (a:Announcement)
WITH a ORDER BY a.id DESC
RETURN a.id AS id, a.text AS text, a.at AS at, a.until AS until
