#!/bin/sh
# page.sh CXM_PROGRAM: a page of 24 periods, 3 segments and 25 metrics, beside the same report as JSON.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: page.sh CXM_PROGRAM}
records=$here/../../examples/data/shop.csv
metrics=average_transaction,cac,cart_abandonment,ces,churn,contact_rate,conversion,cost_per_click,cost_per_thousand,csat
metrics=$metrics,csat_mean,ctr,customer_growth,engagement,lead_qualification,nps,open_rate,referral,repeat_purchase
metrics=$metrics,resolution,response_rate,response_time,retention,return_rate,revenue_per_customer
ask="report '$records' --by segment --metric $metrics"
"$python" "$here/pairs.py" --runs "$runs" "page: '$cxm' $ask --format html" "JSON: '$cxm' $ask --format json"
