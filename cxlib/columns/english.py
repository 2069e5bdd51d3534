"""English words by which columns name their meaning, the surer ones first."""

from __future__ import annotations

SURE, LIKELY, MAYBE = 1.0, 0.8, 0.5
"""How sure a phrase is by itself."""

SAID: dict[str, dict[float, str]] = {
    "answered": {
        SURE: "answered at|answered|response date|submitted at|survey date|completed at"
        "|responded at"
        "|date answered|interview date|submit date|date submitted|recorded date|date of response"
        "|submission time|response time stamp|completion date|submit date utc|response timestamp"
        "|survey completed at|date modified|survey time|response created at|completion time"
        "|answer date|response received at|date of survey",
        LIKELY: "submitted|responded|end date|timestamp|created at|intdate|date created|start date"
        "|responded on|survey month|completed|date time|wave date|started at",
        MAYBE: "date|day|time|created|month|week|quarter|period",
    },
    "nps": {
        SURE: "nps|net promoter|netpro|nps score|likelihood to recommend|ltr|net promoter score"
        "|nps rating|recommend score|nps answer|ltr score|nps value|recommendation score"
        "|nps response|would recommend score",
        LIKELY: "recommend|recommendation|likely to recommend|promoter",
        MAYBE: "score|likelihood|rating|value",
    },
    "csat": {
        SURE: "csat|customer satisfaction|satisfaction score|overall satisfaction|q 7 all"
        "|satisfaction|csat score|satisfaction rating|csat rating|satisfaction level|csat answer"
        "|customer satisfaction score|conversation rating|overall csat",
        LIKELY: "satisfied|overall|overall rating|survey result|overall experience|rating overall"
        "|overall score",
        MAYBE: "score|rating|fft categorical answer|experience|answer value",
    },
    "ces": {
        SURE: "ces|customer effort|effort score|effort|ease of use|ces score|customer effort score"
        "|ease score|effort rating|ease rating",
        LIKELY: "ease|easy|easy to handle",
    },
    "rating": {
        SURE: "star rating|stars|rating score|review rating|overall rating|rating stars",
        LIKELY: "rating|rate|score|grade|fft categorical answer|answer value",
    },
    "customer": {
        SURE: "customer id|customer|customer number|client id|account id|user id|userid|member id"
        "|respnum|subscriber id|customerid|custid|cust id|donor|contact id|respondent id|person id"
        "|cust|customer key|customer no|account number|organization id|company id|customer ref"
        "|buyer id|shopper id|guest id|patient id|user pseudo id|distinct id|player id|record id"
        "|household id|household key|customer code|client number|external customer id|contact key"
        "|client user id|anonymous id|unique customer id|loyalty id|requester id|card id|msisdn"
        "|lead id|visitor id|reviewer id|employee id|client code|external reference"
        "|customer uuid|user uuid",
        LIKELY: "client|account|user|member|subscriber|shopper|buyer|patient|respondent|requester"
        "|customer email|email|email address|user email|recipient email|person email|device id"
        "|customer mail|contact email|external data reference|requester email|e mail|billing email"
        "|contact|visitor|player|participant|loyalty number|sold to|bill to",
        MAYBE: "id|name|subscription id|customer name|buyer username|username|user name|reviewer"
        "|account name|requester name|author|buyer name|client name|contract id|full name|phone"
        "|reviewer name|subscriber|recipient|organization|order email",
    },
    "comment": {
        SURE: "comment|comments|verbatim|feedback text|open text|additional comments|comment text"
        "|customer comment|nps comment|csat comment|open ended response|satisfaction comment"
        "|feedback comment|verbatims|free text|customer feedback|open feedback|survey comment",
        LIKELY: "feedback|text|remarks|suggestion|suggestions|reason|why|explanation|note|notes"
        "|open ended|remark|improvements|answer text|response text|review",
    },
    "weight": {
        SURE: "weight|survey weight|wt|weights|sample weight|weighting|weight factor|case weight"
        "|respondent weight|final weight|weighting factor",
    },
    "touchpoint": {
        SURE: "touchpoint|touch point|journey stage|interaction point|journey step|survey trigger",
        LIKELY: "stage|interaction type|trigger",
    },
    "channel": {
        SURE: "channel|contact channel|ticket channel|distribution channel|source channel|via"
        "|survey channel|conversation channel",
        LIKELY: "medium|platform|method|contact method",
        MAYBE: "source",
    },
    "invited": {
        SURE: "invited at|invited|sent at|invitation date|invite date|survey sent at|sent date"
        "|email sent at|invited on|survey sent|date sent",
    },
    "response": {
        SURE: "response id|submission id|answer id|survey response id|response key|token|response"
        "|response uuid|survey id|interview id|entry id|response number|questionnaire id",
        LIKELY: "record id|row id|case id",
        MAYBE: "id|no|number|uuid",
    },
    "count": {
        SURE: "count|number of responses|responses|response count|n responses|respondents|n"
        "|number of answers|answers|number of respondents|responses count|num responses"
        "|total responses|count of responses|answer count",
        LIKELY: "frequency|total|number|freq|cases|people|customers|votes",
    },
    "question": {
        SURE: "question|question text|survey question|question title|item text|question name"
        "|question label|question id|question code|survey item",
        LIKELY: "item|variable|metric|indicator|measure",
    },
    "answer": {
        SURE: "answer|answer text|answer value|response text|response value|answers|reply",
        LIKELY: "value|score|rating|response|answer score|result",
    },
    "ordered": {
        SURE: "ordered at|order date|invoice date|purchase date|transaction date|purchased at|given"
        "|order time|sale date|payment date|ordered|transaction time|order purchase timestamp"
        "|date of purchase|sales date|trans date|order created at|paid at|purchase time|order day"
        "|invoiced at|receipt date|date ordered|order datetime|processed at|purchase timestamp"
        "|date paid|order created date|transaction timestamp|order placed at|sold at|donation date"
        "|billing date|charge date|order creation date|booking date|trade date|posting date",
        LIKELY: "date|timestamp|created at|purchased|created|date created|booked|created utc"
        "|date time|created date|day",
        MAYBE: "time|t dat|week",
    },
    "amount": {
        SURE: "amount|order value|revenue|total amount|net amount|total price|order total|sales"
        "|transaction amount|payment value|line total|grand total|monetary|amount paid"
        "|order amount|net sales|total paid|purchase amount|gross amount|sales amount|total sales"
        "|net total|invoice amount|total spent|net revenue|amount total|order revenue|spend amount"
        "|sales value|order total amount|total order amount|transaction value|purchase revenue"
        "|donation amount|extended price|gross sales|item total|basket value|total revenue"
        "|turnover",
        0.9: "total",
        LIKELY: "subtotal|value|spend|spent|paid|dollars|gross|net|dollar value",
        MAYBE: "sum|payment|price",
    },
    "quantity": {
        SURE: "quantity|qty|units|lineitem quantity|order quantity|item quantity|units sold"
        "|qty ordered|quantity ordered|quantity sold",
        LIKELY: "items|pcs|count|item count|pieces",
    },
    "price": {
        SURE: "unit price|price|item price|unit cost|lineitem price|price per unit|price each"
        "|selling price|product price|sales price|unit selling price|item cost|single price",
    },
    "order": {
        SURE: "order id|invoice no|invoice|order number|transaction id|invoice number|order no"
        "|receipt no|order|order key|sales order|invoice id|order name|charge id|payment id"
        "|purchase id|order code|transaction number|receipt number|receipt id|basket id|bill no"
        "|payment intent id|transaction no|document number|order ref|order reference|basket",
        LIKELY: "receipt|transaction|txn id|purchase|booking id|booking reference|trans id",
        MAYBE: "name|id|number",
    },
    "product": {
        SURE: "product|product category|stock code|sku|product id|item|description|product name"
        "|item name|lineitem name|product title|item description|lineitem sku|article id|item id"
        "|article no|product code|item sku|product description",
        LIKELY: "category|article|variant|material|department",
    },
    "started": {
        SURE: "started on|start date|started at|started|subscription start|contract start"
        "|begin date|signup date|subscribed at|activation date|join date|started date|date joined"
        "|sign up date|subscription start date|contract start date|activated at|joined at|start"
        "|customer since|member since|subscription started at|valid from|effective date"
        "|joined date|subscription created at|start date utc|current term start|policy start date"
        "|registered at|created utc|subscription activated at|date of joining|enrolment date",
        LIKELY: "signup|joined|created at|opened|registration date|created|onboarded at|hire date"
        "|date created|from date|opened at|opening date",
    },
    "ended": {
        SURE: "ended on|end date|ended at|ended|subscription end|contract end|cancel date"
        "|cancelled at|canceled at|churn date|termination date|cancellation date|expiry date"
        "|subscription end date|contract end date|date left|deactivated at|churned at|cancelled on"
        "|cancelled date|canceled at utc|subscription cancelled at|terminated at|exit date|end"
        "|date cancelled|unsubscribed at|date churned|left date|subscription ended at|lapse date",
        LIKELY: "cancelled|canceled|closed at|left at|expired|expires at|valid to|to date"
        "|expiration date|closing date|date closed",
    },
    "observed": {
        SURE: "observed|observed at|observation date|as of|as of date|snapshot date|report date"
        "|extract date|export date|data as of",
    },
    "entered": {
        SURE: "entered|entered on|observed from|watched from|records from|records begin"
        "|record start|entry date|tracked since|observation start",
    },
    "duration": {
        SURE: "duration|tenure|tenure months|lifetime|months active|tenure in months|survival time"
        "|account length|months subscribed|subscription length|customer tenure|tenure days"
        "|time as customer|months on book|months since signup|subscription months|tenure in days"
        "|months as customer|length of stay|subscription length months|tenure years",
        LIKELY: "months|weeks|days|t|week",
    },
    "churned": {
        SURE: "churned|churn|churn flag|is churned|has churned|attrition flag|attrition|exited"
        "|cancelled|event observed|is cancelled|churn status|churn label|churn value|is churn"
        "|has left|churn yes no|canceled|is canceled|has cancelled|lapsed",
        LIKELY: "left|lost|event|e|arrest|dead|inactive|terminated",
        MAYBE: "status",
    },
    "plan": {
        SURE: "plan|plan tier|contract|subscription type|package|tier|plan name|subscription plan"
        "|plan id|price plan|subscription tier|membership type|plan type|plan code",
        LIKELY: "product|contract type|membership|product name",
    },
    "fee": {
        SURE: "monthly fee|fee|mrr|mrr amount|monthly charges|monthly price|monthly charge"
        "|subscription fee|monthly amount|recurring amount|monthly revenue|plan price|plan amount"
        "|monthly cost|subscription price|mrr usd|recurring charge|monthly recurring revenue",
        LIKELY: "charges|price|amount|arr|unit price",
    },
    "reason": {
        SURE: "cancel reason|churn reason|reason code|reason|cancellation reason|reason for leaving"
        "|reason for cancelling|exit reason|leaving reason|reason for churn",
    },
    "happened": {
        SURE: "happened|happened at|event time|event timestamp|timestamp|occurred at|event date"
        "|complete timestamp|activity date|usage date|event datetime|original timestamp|sent at"
        "|received at|event created at|client event time|log time|visit date|date of event"
        "|login time|session start|event at|activity time|server upload time|ts|login at"
        "|activity timestamp|action time|occurred on|visit time|play date|viewed at",
        LIKELY: "time|date|datetime|created at|date time|created",
        MAYBE: "day|hour|month|churn date",
    },
    "event": {
        SURE: "event|event name|event type|action|activity|feature name|page|activity id|feature"
        "|event action|page url|page path|action name|activity type|event text|page title|page name"
        "|activity name|action type|event category",
        LIKELY: "type|screen|url|path",
        MAYBE: "name",
    },
    "session": {
        SURE: "session id|session|visit id|ga session id|session key|session uuid|user session",
    },
    "shown": {SURE: "shown|impressions|impression|views|page views|times shown"},
    "clicked": {SURE: "clicked|clicks|click|link clicks|times clicked"},
    "created": {
        SURE: "created at|created|submitted at|opened at|ticket created|date opened|received at"
        "|reported at|created date|date created|created time|ticket created at|open date"
        "|creation date"
        "|opened date|conversation started at|created on|created at utc|opened|logged at|start date"
        "|ticket created date|date reported|date received|date submitted|case opened|reported date"
        "|submitted date|conversation created at|ticket creation date|request date|sys created on",
        LIKELY: "submitted|date|timestamp|start time|started at|reported|received|date time|logged",
    },
    "ticket": {
        SURE: "ticket id|ticket|ticket number|case id|case number|incident id|issue id|issue key"
        "|conversation id|ticket no|case no|incident number|request number|complaint id|caseid"
        "|ticket key|enquiry id|ticket ref|interaction id|support ticket id|complaint number",
        LIKELY: "case|incident|request id|complaint|issue|conversation",
        MAYBE: "id|number|key",
    },
    "first_replied": {
        SURE: "first reply at|first replied|first response at|first replied at"
        "|initially responded at"
        "|first response time at|first response date|first reply date|first responded at"
        "|first admin reply at|first contact at|first agent reply at|first reply timestamp"
        "|first response timestamp|initial response at|initial response time|assigned at",
        LIKELY: "replied at|responded at|first reply|first response|initial response"
        "|first response time",
    },
    "solved": {
        SURE: "solved at|solved|resolved at|closed at|resolved|closed|resolution date|closed date"
        "|resolved time|closed time|solved date|resolved date|date closed|date resolved|close date"
        "|conversation closed at|ticket closed at|ticket solved at|last closed at|closed on"
        "|date time closed|closed timestamp|resolved on|ticket resolved at|resolution timestamp"
        "|sys closed at|case closed",
        LIKELY: "completed at|done at|finished at|completion date|closure date|resolution time",
    },
    "reopened": {
        SURE: "reopened|reopen count|reopens|reopened count|times reopened|number of reopens"
    },
    "category": {
        SURE: "category|issue type|topic|ticket type|case type|ticket category|request type"
        "|complaint type|case reason|case category|contact reason|issue category|subcategory",
        LIKELY: "type|priority|tags|reason",
        MAYBE: "subject|product",
    },
    "group": {
        SURE: "group|team|assigned group|support group|queue|department|assignment group"
        "|assignee group|group name|team name|assigned team|support team|agent group|team assigned",
        LIKELY: "assignee|agent|owner|assigned to|agent name|case owner|assignee name|org line",
    },
    "changed": {
        SURE: "changed|changed at|status changed at|updated at|complete timestamp|status date"
        "|change date|transition date|modified at|status time|last updated|transition time"
        "|transitioned at"
        "|status changed|status change date|change time|last update|update time|changed on",
        LIKELY: "timestamp|date|time|updated|datetime|event time|created at|start time|at",
    },
    "status": {
        SURE: "status|ticket status|state|stage|new status|to status|status to|incident state"
        "|activity id|case status|status name|new state|to state|issue status|new value",
        LIKELY: "activity|step|event|action|concept name",
    },
    "text": {
        SURE: "text|comment|review|review text|comments|feedback|verbatim|message|fft answer"
        "|feedback text|tweet|comment text|sentence|review body|review content|full text|reviews"
        "|review comment|reviewtext|open text|customer comment|post text|free text|utterance"
        "|message text|tweet text|review message|caption|comment body|verbatims|review description"
        "|customer review|review title and text|comment content|post",
        LIKELY: "body|content|opinion|description|sentences|remarks|suggestion|complaint|cons|pros"
        "|suggestions|notes|note|document|transcript|summary|pros cons",
        MAYBE: "title|answer|response|subject",
    },
    "written": {
        SURE: "written|written at|review date|posted at|comment date|published at|date posted"
        "|review time|review submit date and time|posted on|tweet created at|date of review|at"
        "|published date"
        "|reviewed at|review created at|submission date|reviewtime|date published|review posted at"
        "|post date|comment created at|published|publish date",
        LIKELY: "date|created at|timestamp|posted|time|created|date created|date time|reviewed"
        "|submitted at|submitted",
    },
    "source": {
        SURE: "source|platform|review source|source site|source name",
        LIKELY: "site|channel|store|app|website|publisher",
    },
}

ASKED: dict[str, dict[float, str]] = {
    "nps": {0.97: "likely recommend|likelihood recommend|recommend friend|recommend colleague"},
    "csat": {
        0.95: "satisfied|satisfaction|how happy",
        0.7: "rate overall|rate experience|overall experience",
    },
    "ces": {0.95: "easy|effort|ease|made it easy|how difficult"},
    "rating": {0.75: "rate|rating|score|satisfied|satisfaction|agree|how good|quality"},
    "comment": {
        0.95: "reason score|reason rating|comments|anything else|tell us|feedback|what improve"
        "|suggestions|what do better|primary reason|main reason|share thoughts|how could improve",
        0.8: "why|what|how can",
    },
}
"""Words that stand in whole questions, in this order, not side by side."""
