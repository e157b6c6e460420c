// What is shown of a link card `c`: LinkCardRow.
c { .address, .title, .description, .photo, .siteName, .author, .authorAddress, .language, .publishedAt,
    .picture, .width, .height, .pictureDescription, .thumbhash, .blurhash }
