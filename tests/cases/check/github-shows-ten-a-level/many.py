print("period,segment,customers_start,customers_lost")
for i in range(25):
    print(f"2024-01,s{i:02},100,{i % 2 * 5}")
