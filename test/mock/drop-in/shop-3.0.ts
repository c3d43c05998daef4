/** Requests of one line each that are answered just as Prism answers them. */
export const EQUAL_3_0 = `
GET /products
GET /products?limit=1
GET /products?limit=x
GET /products?limit=0
GET /products?limit=101
GET /products?limit=1.5
GET /products?status=new
GET /products?status=old
GET /products?tags=a&tags=b
GET /products?tags=a&tags=b&tags=c
GET /products?tags=a,b,c
GET /products?price[min]=1
GET /products?price[min]=x
GET /products?cursor=abc
GET /products?cursor=a
GET /products?unknown=1
GET /products?limit=x&status=old
GET /products | x-trace: x
GET /products | X-Trace: 123e4567-e89b-12d3-a456-426614174000
GET /products | accept: text/csv
GET /products | accept: application/json
GET /products | accept: */*
GET /products | accept: text/*
GET /products | accept: image/png
GET /products | accept: text/csv;q=0.5, application/json;q=0.4
GET /products | accept: image/png, text/csv
GET /products | prefer: code=200
GET /products | prefer: code=400
GET /products | prefer: code=503
GET /products | prefer: example=two
GET /products | prefer: example=none
GET /products | prefer: code=400, example=status
GET /products | prefer: code=200, example=none
GET /products | prefer: code=abc
GET /products | prefer: code=1
GET /products | prefer: dynamic=maybe
GET /products | prefer: dynamic
GET /products | prefer: return=minimal
GET /products | prefer: example=two;foo
GET /products | prefer: dynamic=false
GET /products?__code=400
GET /products?__example=none
GET /products?__code=400&__example=status
GET /products?__code=x
GET /products?__dynamic=x
GET /products?__code=400 | prefer: code=503
GET /products?limit=x | prefer: code=400, example=status
GET /products?limit=x | prefer: code=503
GET /products?limit=x | accept: text/csv
GET /products?limit=x&__code=400&__example=status
GET /products?limit=x | prefer: example=status
DELETE /products
PUT /products
OPTIONS /products
TRACE /products
OPTIONS /products | origin: http://a.test | access-control-request-method: POST | access-control-request-headers: x-a, x-b
GET /products | origin: http://a.test
GET /
GET /nothing
GET /Products
GET /products/1/2
GET /products%2F1
POST /products?notify=true | x-shop: a | > {"name":"Lamp"}
POST /products?notify=true | x-shop: a | > {}
POST /products?notify=true | x-shop: a | > {"name":""}
POST /products?notify=true | x-shop: a | > {"name":1}
POST /products?notify=true | x-shop: a | > {"name":"xxxxxxxxxxxxxxxxxxxxx"}
POST /products?notify=true | x-shop: a | > {"name":"a","colour":1}
POST /products?notify=true | x-shop: a | > {"name":"a","price":-1}
POST /products?notify=true | x-shop: a | > {"name":"a","tags":["a","a"]}
POST /products?notify=true | x-shop: a | > {"name":"a","tags":[1,"b","c"]}
POST /products?notify=true | x-shop: a | > {"name":"a","seller":{}}
POST /products?notify=true | x-shop: a | > {"name":"a","seller":{"email":"x"}}
POST /products?notify=true | x-shop: a | > {"name":"a","seller":{"email":"a@b.test","since":"today"}}
POST /products?notify=true | x-shop: a | > []
POST /products?notify=true | content-type: application/json | x-shop: a
POST /products?notify=true | > {"name":"a"}
POST /products | x-shop: a | > {"name":"a"}
POST /products?notify=1 | x-shop: a | > {"name":"a"}
POST /products | > {}
POST /products?notify=true | content-type: text/plain | x-shop: a | > {"name":"a"}
POST /products?notify=true | content-type: application/json; charset=utf-8 | x-shop: a | > {"name":"a"}
POST /products?notify=true | x-shop: a
POST /products?notify=true | x-shop: a | content-type: application/json
GET /products/x
GET /products/1
GET /products/1 | prefer: code=200
PUT /products/1 | > {"name":"a"}
PATCH /products/1 | content-type: application/merge-patch+json | > {"name":"b"}
GET /broken-header
GET /broken-header?old=1
GET /products/1.5
GET /products/mine
GET /products/1 | prefer: code=404
PUT /products/1 | > {}
PUT /products/x | > {}
PATCH /products/1 | content-type: application/merge-patch+json | > {}
PATCH /products/1 | content-type: text/plain | > x
DELETE /products/1
DELETE /products/1 | x-key: k | accept: application/json
GET /exports/a.csv
GET /exports/a.txt
GET /carts/c1/items/5
GET /carts/x/items/5
GET /carts/c1/items/0
GET /carts/c1/items/3
GET /carts/c%31/items/5
GET /media | accept: application/vnd.shop.v2+json
GET /media | accept: application/json
GET /media | accept: text/plain
GET /media | accept: text/html
GET /media | accept: */*
GET /media | accept: text/*
GET /media | accept: application/xml
GET /media | accept: application/*
GET /media | accept: text/html;level=1
GET /media | accept: text/html;q=0
GET /media
GET /any | accept: */*
GET /hal
GET /hal | accept: application/json
GET /hal | accept: application/hal+json
GET /ranges
GET /ranges | prefer: code=201
GET /ranges | prefer: code=404
GET /ranges | prefer: code=500
GET /ranges | prefer: code=302
GET /only-errors
GET /only-default
GET /only-default | prefer: code=503
GET /empty | accept: */*
GET /empty | accept: application/json
GET /text | accept: application/json
GET /old
GET /thread
GET /threads
GET /forum
GET /broken
GET /broken | prefer: example=id
GET /broken | prefer: example=name
GET /broken | prefer: example=missing
GET /broken | prefer: example=good
POST /form | content-type: application/x-www-form-urlencoded | > email=a@b.test&count=1
POST /form | content-type: application/x-www-form-urlencoded | > email=a%40b.test&count=12
POST /form | content-type: application/x-www-form-urlencoded | > email=x&count=y
POST /form | content-type: application/x-www-form-urlencoded | > count=1
POST /form | > {"email":"a@b.test","count":1}
POST /optional-body
POST /optional-body | > {}
POST /optional-body | > {"b":1}
POST /optional-body | > {"a":"x"}
POST /optional-body | content-type: text/plain | > x
POST /rules | > {"const":2}
POST /rules | > {"text":"a"}
POST /rules | > {"text":"abcde"}
POST /rules | > {"text":"A1"}
POST /rules | > {"number":1}
POST /rules | > {"number":9}
POST /rules | > {"number":3}
POST /rules | > {"over":2}
POST /rules | > {"over":8}
POST /rules | > {"list":[1]}
POST /rules | > {"list":[1,2,3,4]}
POST /rules | > {"list":[1,1]}
POST /rules | > {"list":["a","b"]}
POST /rules | > {"map":{}}
POST /rules | > {"map":{"a":1,"b":2}}
POST /rules | > {"map":{"a":"x"}}
POST /rules | > {"date":"1.1.2026"}
POST /rules | > {"nullable":null}
POST /rules | > {"nullable":"x"}
POST /rules | > {"not":"x"}
POST /rules | > {"all":{}}
POST /rules | > {"closed":{"a":1}}
POST /rules | > {"deep":{"list":[{},{"x":1},"y"]}}
POST /rules | > {"deep":1,"text":2}
GET /secure/bearer
GET /secure/basic
GET /secure/digest
GET /secure/oauth
GET /secure/open-id
GET /secure/header
GET /secure/query
GET /secure/cookie
GET /secure/either
GET /secure/both
GET /secure/optional
GET /secure/bearer | authorization: Bearer t
GET /secure/bearer | authorization: Basic t
GET /secure/bearer | authorization: Bearer
GET /secure/oauth | authorization: Bearer t
GET /secure/open-id | authorization: Bearer t
GET /secure/basic | authorization: Basic YW5uYTpzZWNyZXQ=
GET /secure/basic | authorization: Bearer x
GET /secure/digest | authorization: Digest username="anna", realm="a", nonce="b", uri="c", response="d"
GET /secure/either | authorization: Bearer t
GET /secure/either | authorization: Basic YW5uYTpzZWNyZXQ=
GET /secure/optional | authorization: Bearer t
GET /secure/both | authorization: Basic YW5uYTpzZWNyZXQ=
GET /secure/header | x-key: k
GET /secure/query?key=k
GET /secure/cookie | cookie: session=s
GET /secure/cookie | cookie: other=s
GET /secure/either | x-key: k
GET /secure/both?key=k
GET /secure/both?key=k | authorization: Basic YW5uYTpzZWNyZXQ=
POST /secure/declared?page=1
POST /secure/declared | authorization: Bearer t
POST /secure/declared?page=1 | prefer: code=401, example=locked
POST /secure/declared?page=1 | authorization: Bearer t
`;
