import { describe, expect, test } from 'vitest';
import { findOutsideResources } from './find-outside-resources.ts';

describe('findOutsideResources', () => {
  test.each([
    '<img src="https://cdn.example/logo.svg">',
    '<IMG SRC=//cdn.example/logo.svg>',
    "<img srcset='https://cdn.example/logo.svg 2x'>",
    '<script src="redoc.js"></script>',
    '<link rel="stylesheet" href="style.css">',
    '<link rel="preload" href="https&#58;//cdn.example/font.woff2">',
    '<a href="#" ping="https://count.example">there</a>',
    '<video poster="/still.png"></video>',
    '<form action="https://form.example"></form>',
    '<svg><use xlink:href="icons.svg#a"/></svg>',
    '<meta http-equiv="Refresh" content="0; url=https://other.example">',
    '<base href="https://other.example/">',
    '<style>@import "style.css";</style>',
    '<style>p { background: url(https://cdn.example/p.png) }</style>',
    '<p style="background: url(\'p.png\')">text</p>',
    '<script>fetch("https://api.example/v1")</script>',
    '<script type="module">import { a } from "https://cdn.example/a.js"</script>',
    '<script>const address = e ? `https://cdn.example/logo` : ``</script>',
    '<script>image.src = "//example.com/pixel"</script>',
    '<script>new Worker("https://example.com/worker")</script>',
    '<p onclick="fetch(\'https://api.example\')">text</p>',
    '<!-- comment --><title><b></title><img src="logo.png">',
  ])('finds what %s asks for', (html) => {
    expect(findOutsideResources(html)).not.toEqual([]);
  });

  test.each([
    '<a href="https://example.com/page.html">there</a>',
    '<link rel="icon" href="data:,">',
    '<img src="data:image/svg+xml,%3Csvg%2F%3E">',
    '<style>p { background: url("data:,"); fill: url(#a) }</style>',
    '<script>const name = "http://www.w3.org/2000/svg"</script>',
    '<script>const html = "<img src=logo.png>"</script>',
    '<!-- <img src="logo.png"> -->',
    '<title><img src="logo.png"></title>',
    '<script>const __redoc_definition = {"example":"https://cdn.example/a.png"};</script>',
  ])('accepts %s', (html) => {
    expect(findOutsideResources(html)).toEqual([]);
  });
});
